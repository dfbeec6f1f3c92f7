return {
  name = "too many samples",
  choose = function(view, actions)
    while true do
      sample(view)
    end
  end,
}
