-- Wants to catch the error that ends it.
return {
  name = "pcall trap",
  choose = function(view, actions)
    while true do
      pcall(function() while true do end end)
    end
  end,
}
