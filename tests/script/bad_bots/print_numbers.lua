-- Prints a number again and again.
return {name="a", choose=function(v,a) local s while true do s = tostring(0.1) end end}
