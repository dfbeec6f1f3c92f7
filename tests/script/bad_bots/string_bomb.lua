return {
  name = "string bomb",
  choose = function(view, actions)
    local s = "x"
    while true do
      s = s .. s
    end
  end,
}
