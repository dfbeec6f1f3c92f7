local n = 0
repeat n = n + 1 until n < 0

return { name = "endless load", choose = function(view, actions) return actions[1] end }
