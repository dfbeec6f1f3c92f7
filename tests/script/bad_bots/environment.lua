-- Looks for the globals that were kept out.
return {
  name = "environment",
  choose = function(view, actions)
    return _G.os.getenv("HOME") and actions[1]
  end,
}
