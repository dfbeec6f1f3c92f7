return {
  name = "address",
  choose = function(view, actions)
    local where = string.format("%p", actions)
    return actions[#where]
  end,
}
