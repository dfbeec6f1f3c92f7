return {
  name = "power",
  choose = function(view, actions)
    local n = 2 ^ 0.5 -- the last digit differs between machines
    return actions[n // 1]
  end,
}
