-- Has a long text read as a number, again and again.
local s = "0.123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
return { name = "a", choose = function(view, actions) local t while true do t = math.fmod(s, s) end end }
