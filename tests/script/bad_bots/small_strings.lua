-- Strings that stay below the cap, for ever.
return {
  name = "small strings",
  choose = function(view, actions)
    local s = ""
    while true do s = #s > 900 and "" or s .. "xxxxxxxx" end
  end,
}
