-- Asks for what has to be worked out, and never for anything else.
local function ask(view)
  local t = view.decision
  t = view.hand
  t = param("vpHeg")
end
return { name = "a", choose = function(view, actions) while true do ask(view) end end }
