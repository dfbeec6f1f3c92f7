-- The last legal action, always.
return { name = "last", choose = function(view, actions) return actions[#actions] end }
