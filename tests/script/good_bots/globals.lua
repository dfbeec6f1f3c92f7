-- Global names that it has set itself, and values of every kind as keys.
seen = {}
decisions = 0

function note(key)
  seen[key] = (seen[key] or 0) + 1
end

return {
  name = "globals",
  summary = "other fields are its own affair",
  choose = function(view, actions)
    decisions = decisions + 1
    for _, action in ipairs(actions) do note(action) note(action.verb) note(#action.text) end
    note(view.shelved)
    note(decisions / 2)
    local count = 0
    for key, times in pairs(seen) do count = count + times end
    assert(count > decisions)
    return actions[1 + decisions % #actions]
  end,
}
