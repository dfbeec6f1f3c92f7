-- Makes an action up.
return {
  name = "returns a table of its own",
  choose = function(view, actions)
    return { verb = actions[1].verb, argument = actions[1].argument, text = actions[1].text }
  end,
}
