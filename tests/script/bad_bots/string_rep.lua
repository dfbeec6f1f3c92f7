return {
  name = "string.rep",
  choose = function(view, actions)
    local s = ("x"):rep(1e9)
    return actions[#s]
  end,
}
