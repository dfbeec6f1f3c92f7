-- Strings that stay below the cap, for ever.
return {
  name = "small strings",
  choose = function(view, actions)
    local s = ""
    while true do
      s = s .. "xxxxxxxx"
      if #s > 900 then s = "" end
    end
  end,
}
