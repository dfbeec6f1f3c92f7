-- Hands on more and more arguments.
local function more(...)
  return more(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, ...)
end

return {
  name = "argument bomb",
  choose = function(view, actions)
    return actions[more()]
  end,
}
