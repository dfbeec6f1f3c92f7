-- An index where the action itself is expected.
return {
  name = "returns nonsense",
  choose = function(view, actions)
    return 1
  end,
}
