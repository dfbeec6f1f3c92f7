return {
  name = "os and io",
  choose = function(view, actions)
    local file = io.open("/etc/passwd")
    os.execute("true")
    return actions[#file:read("a")]
  end,
}
