-- Sees a nation that is not there.
local function value(action)
  return action.nation.weight
end

return {
  name = "runtime error",
  choose = function(view, actions)
    table.sort(actions, function(a, b) return value(a) > value(b) end)
    return actions[1]
  end,
}
