return { name = "bad UTF-8 ÿ", choose = function(view, actions) return actions[1] end }
