return {
  name = "memory bomb",
  choose = function(view, actions)
    local t = {}
    for i = 1, 1e9 do
      t[i] = { {}, {}, {} }
    end
    return actions[1]
  end,
}
