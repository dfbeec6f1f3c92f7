return {
  name = "unknown nation",
  choose = function(view, actions)
    local x = place(view, "Indai")
    return actions[x]
  end,
}
