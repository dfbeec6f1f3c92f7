-- Remembers the first action of the game, which is soon not legal any more.
local first

return {
  name = "returns an old action",
  choose = function(view, actions)
    first = first or actions[1]
    return first
  end,
}
