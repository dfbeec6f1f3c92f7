return {
  name = "debug library",
  choose = function(view, actions)
    debug.sethook()
    return actions[1]
  end,
}
