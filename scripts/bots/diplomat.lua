-- diplomat: nations decide, so talk to them.  Courts before all else, the heavy and the undecided
-- first, keeps what pleases them (trust, low risk, no controls), and saves the capital for it.
--
-- Procedural: one step of looking ahead, and a liking for nations.

local D, F, E, U = slot("D", "you"), slot("F", "you"), slot("E", "you"), slot("U", "you")
local capital, their_lab = slot("capital", "you"), slot("F", "rival")

local liking = {
  ["safeguard trust"] = 1, impose = -2, ["release api"] = 1, ["release conditional"] = 0.5,
  ["release open"] = -1, ["build datacentre"] = -1,
}

-- What it is worth to have this nation one step nearer, beside what scoring shows.
local function wish_for(view, nation)
  local used = uses(view, nation)
  local worth = 0.6 * nation.weight
  if not used then
    return worth + 2                               -- undecided: talk to it now
  elseif favourite(view, nation) ~= used then
    return worth + 1                               -- about to move
  end
  return worth
end

local function worth_of(position, round)
  if position.over then
    return outcome(position) - 500
  end
  local worth = 1.2 * (track(position, F) - track(position, their_lab)) + 0.6 * track(position, D)
    + track(position, E) + 1.2 * track(position, U) + 0.3 * track(position, capital)
  if position.round > round then
    return worth + lead(position)                  -- this round has been scored
  end
  local ahead = forecast(position)
  return worth + lead(ahead) + scoring(ahead) + 0.2 * revenue(ahead, "you")
end

return {
  name = "diplomat",
  choose = function(view, actions)
    if #actions == 1 then
      return actions[1]
    end
    local world = sample(view)
    local best, most, why
    for _, action in ipairs(actions) do
      local nation = action.nation
      local wish = nation and wish_for(view, nation) or liking[action.verb] or 0
      local worth = worth_of(apply(world, action), view.round) + wish
      if not best or worth > most then
        best, most, why = action, worth, nation and nation.id .. " matters" or action.verb
      end
    end
    return best, { why, { "worth", most } }
  end,
}
