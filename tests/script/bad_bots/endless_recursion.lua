local function deeper(n)
  return 1 + deeper(n + 1)
end

return {
  name = "endless recursion",
  choose = function(view, actions)
    return actions[deeper(1)]
  end,
}
