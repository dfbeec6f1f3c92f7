return {
  name = "pattern bomb",
  choose = function(view, actions)
    local s = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    return actions[s:find("a-a-a-a-a-a-a-a-b")]
  end,
}
