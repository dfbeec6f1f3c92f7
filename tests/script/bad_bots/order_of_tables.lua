-- The order of tables as keys would be that of their addresses.
return {
  name = "order of tables",
  choose = function(view, actions)
    local value = { [{}] = 1, [{}] = 2 }
    for key in pairs(value) do return key end
  end,
}
