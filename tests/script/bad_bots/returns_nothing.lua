-- Falls off the end of the function.
return {
  name = "returns nothing",
  choose = function(view, actions)
    local best = actions[1]
  end,
}
