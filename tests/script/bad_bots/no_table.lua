-- Forgets to return its table.
local bot = {
  name = "no table",
  choose = function(view, actions) return actions[1] end,
}
