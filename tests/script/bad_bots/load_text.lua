return {
  name = "load text",
  choose = function(view, actions)
    return load("return ...")(actions[1])
  end,
}
