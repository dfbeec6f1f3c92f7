return {
  choose = function(view, actions) return actions[1] end,
}
