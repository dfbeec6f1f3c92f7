return {
  name = "metatables",
  choose = function(view, actions)
    setmetatable({}, { __gc = function() while true do end end })
    return actions[1]
  end,
}
