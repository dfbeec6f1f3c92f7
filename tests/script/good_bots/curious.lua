-- Asks everything that there is to ask, in every decision.
local tracks = {
  pool = "you", D = "you", S = "rival", E = "US", I = "CN", U = "you", L = "rival",
  vp = "you closed", Q = "rival open", F = "you", compute = "rival", capital = "you",
  P = false, R = false, B = false, V = false, T = false, known = false, control = "DATA",
}

local function look(position)
  local sum = position.round + position.rounds + position.seats + position.deck_count
  for name, who in pairs(tracks) do sum = sum + position:track(name, who or nil) end
  for _, nation in ipairs(nations) do
    local x, y = place(position, nation)
    local about = position:nation(nation.id)
    assert(x == about.x and y == about.y and about.uses == uses(position, nation))
    assert(about.favourite == favourite(position, nation))
    sum = sum + x * y
  end
  for _, stack in ipairs({ "you closed", "you open", "rival closed", "rival open" }) do
    local count, weight = users(position, stack)
    assert(count <= weight and vp(position, stack) ~= nil)
  end
  local compute, capital = income(position, "you")
  for _, name in ipairs({ "INTEGRATE", "SERVE", "REVENUE" }) do
    sum = sum + modifier(position, name, "you")
  end
  for _, kind in ipairs({ "release", "control" }) do
    local card = trigger(position, kind, "rival")
    assert(card == nil or card.side ~= position.bloc)
  end
  for _, item in ipairs({ "adoption", "standards", "stock", "trust", "industry" }) do
    sum = sum + scoring(position, item)
  end
  assert(position.phase and position.first and position.scenario and position.seat)
  assert(position.bloc ~= position.rival and position.last_round ~= nil)
  assert(position.over or position.mover and position.decision and position.points >= 0)
  return sum + compute + capital + hand_count(position, position.seat) + lead(position)
end

return {
  name = "curious",
  choose = function(view, actions)
    look(view)
    assert(view.mover == view.seat and #view.hand == hand_count(view, view.seat))
    for _, card in ipairs(view.discard) do assert(card.ops >= 1 and card.title ~= "") end
    for _, card in ipairs(view.removed) do assert(card.era and card.once ~= nil) end
    local ahead = forecast(view)
    look(ahead)
    local revenue = ahead:revenue("you")
    assert(ahead:served("you") <= ahead:capacity("you") and revenue >= 0)
    for i = 1, #nations do assert(ahead:throttled(i) ~= nil) end
    local action = actions[math.random(#actions)]
    local after = apply(sample(view), action)
    look(after)
    if after.over then assert(outcome(after) >= 0) else look(forecast(after)) end
    return action
  end,
}
