return {
  name = "coroutines",
  choose = function(view, actions)
    return coroutine.wrap(function() return actions[1] end)()
  end,
}
