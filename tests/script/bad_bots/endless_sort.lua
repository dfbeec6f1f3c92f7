-- A loop without end inside a function of the library.
return {
  name = "endless sort",
  choose = function(view, actions)
    table.sort({ 3, 2, 1 }, function() while true do end end)
    return actions[1]
  end,
}
