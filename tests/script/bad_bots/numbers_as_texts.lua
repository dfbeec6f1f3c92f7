-- Hands numbers over where a text is expected.
return {name="a", choose=function(v,a) local t while true do t = ("x").upper(0.1) end end}
