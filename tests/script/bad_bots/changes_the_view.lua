return {
  name = "changes the view",
  choose = function(view, actions)
    view.round = 99
    return actions[1]
  end,
}
