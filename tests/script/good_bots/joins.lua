-- Joins numbers and texts in all the ways that Lua's syntax has: 1 .. 2, "a".."b", in a comment too.
local text, long = 1.5 .."x", [[ .. ]]
local function rest(...) return select("#", ...) .. ".." end

return {
  name = "joins",
  choose = function(view, actions)
    assert(text == "1.5x" and long == " .. " and rest(1, 2) == "2..")
    assert(1 ..2 == "12" and -1 .. "" == "-1" and "a".."b".."c" == "abc" and 1e3 .."" == "1000.0")
    assert(#"ab" .. 1 + 1 .. "" == "22" and ("a" .. 1 < "b"))
    return actions[1], { "round " .. view.round, { "lead", lead(view) } }
  end,
}
