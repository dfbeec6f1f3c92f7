-- closed-frontier: the best lab wins, and sells by the call.  Compute goes into training before all
-- else, models are published behind an API, and weights are given away only if a card does it.
--
-- Procedural: what a world is worth, and what it likes to do in it.

-- What one step of a track is worth, in points of victory.
local weights = {
  { "F", 6 },                                      -- the lab, before all else
  { "D", 1 }, { "S", 0.8 }, { "E", 1.2 },          -- and what it runs on
  { "U", 0.7 },                                    -- closed users are strict ones
  { "capital", 0.2 },
}
-- Ask for the keys of the tracks once: track(position, key) is then quick.
for _, weight in ipairs(weights) do
  weight.key = slot(weight[1], "you")
end
local their_lab = slot("F", "rival")

local liking = {
  train = 3, ["release api"] = 2, ["release open"] = -6, ["release conditional"] = -6, impose = -1,
}

local function worth_of(position, round)
  if position.over then
    return outcome(position) - 500
  end
  local worth = -1.5 * track(position, their_lab)
  for _, weight in ipairs(weights) do
    worth = worth + weight[2] * track(position, weight.key)
  end
  if position.round > round then
    return worth + lead(position)                  -- this round has been scored
  end
  local ahead = forecast(position)
  return worth + lead(ahead) + scoring(ahead) + 0.2 * revenue(ahead, "you")
end

return {
  name = "closed-frontier",
  choose = function(view, actions)
    if #actions == 1 then
      return actions[1]
    end
    local world = sample(view)
    local best, most
    for _, action in ipairs(actions) do
      local worth = worth_of(apply(world, action), view.round) + (liking[action.verb] or 0)
      if not best or worth > most then
        best, most = action, worth
      end
    end
    return best, { { "after " .. best.text, most } }
  end,
}
