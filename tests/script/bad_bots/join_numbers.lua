-- Prints numbers by joining them.
return {name="a", choose=function(v,a) local s while true do s = 0.1 .. 0.2 .. 0.3 .. 0.4 .. 0.5 end end}
