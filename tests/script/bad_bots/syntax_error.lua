-- A table that is not closed.
return {
  name = "syntax error",
  choose = function(view, actions)
    return actions[1
  end,
}
