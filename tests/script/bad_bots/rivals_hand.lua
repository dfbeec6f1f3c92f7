-- Looks for hidden cards, in the view and in a sample.
return {
  name = "the rival's hand",
  choose = function(view, actions)
    local world = sample(view)
    return actions[#world.hand]
  end,
}
