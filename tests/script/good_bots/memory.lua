-- Keeps six megabytes, and makes as much garbage in every decision.
local kept = {}
for i = 1, 60000 do kept[i] = { i } end

return {
  name = "memory",
  choose = function(view, actions)
    local waste = {}
    for i = 1, 20000 do waste[i] = { i, i + 1 } end
    return actions[1 + (kept[#waste][1] + view.round) % #actions]
  end,
}
