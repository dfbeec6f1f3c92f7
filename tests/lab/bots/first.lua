-- The first legal action, always.
return { name = "first", choose = function(view, actions) return actions[1] end }
