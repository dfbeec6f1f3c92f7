return {
  name = "endless loop",
  choose = function(view, actions)
    while true do
    end
  end,
}
