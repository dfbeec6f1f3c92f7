-- greedy: looks one step ahead.  It deals what it cannot see at random, tries each action in that
-- sample of the game, and takes the one after which its lead would be largest if the actions ended
-- there: the market's forecast, scored.  A few small weights stand for what pays only later.

-- What one step of a track is worth in victory points, beyond what the forecast shows.
local weights = {
  { "F", 1.5 },       -- a better lab: the next release, and the stock of capital
  { "D", 0.8 },       -- compute in every round
  { "S", 0.6 },       -- the same, and out of the rival's reach
  { "E", 1 },         -- cheaper training, more customers served
  { "I", 0.5 },       -- scored in each round, more in the second half
  { "U", 0.7 },       -- what strict nations ask for
  { "capital", 0.15 },
}

-- Ask for the keys of the tracks once: track(position, key) is then quick.
for _, weight in ipairs(weights) do
  weight.mine, weight.theirs = slot(weight[1], "you"), slot(weight[1], "rival")
end

local function later(position)
  local sum = 0
  for i = 1, #weights do                    -- asked of every action, so without ipairs: faster
    local weight = weights[i]
    sum = sum + weight[2] * (track(position, weight.mine) - track(position, weight.theirs))
  end
  return sum
end

-- What a position is worth to us, in victory points of lead.
local function value(position, round)
  if position.over then
    return outcome(position) - 500          -- 1000 is a win, 0 a loss
  elseif position.round > round then
    return lead(position) + later(position) -- this round has been scored
  end
  local ahead = forecast(position)
  return lead(ahead) + scoring(ahead) + later(ahead)
end

return {
  name = "greedy",
  choose = function(view, actions)
    local world, round = sample(view), view.round
    local best, most
    for _, action in ipairs(actions) do
      local worth = value(apply(world, action), round)
      if not best or worth > most then
        best, most = action, worth
      end
    end
    return best
  end,
}
