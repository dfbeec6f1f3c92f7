-- Applies the same action twice.
return {
  name = "illegal in the sample",
  choose = function(view, actions)
    local after = apply(sample(view), actions[1])
    apply(after, actions[1])
    return actions[1]
  end,
}
