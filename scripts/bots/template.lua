-- template: copy this file, change a line, and you have a bot of your own.  It looks one step ahead:
-- what would the world be worth to me after this action?

-- 1. Ask for the keys of the tracks that you care for, once.  track(position, key) is then quick.
local my_lab, their_lab = slot("F", "you"), slot("F", "rival")
local my_centres, my_trust = slot("D", "you"), slot("U", "you")

-- 2. Likings: what an action is worth before you look where it leads.
local liking = { shelve = -1, stop = -3, ops = 2 }

-- 3. What a position is worth to you, in points of victory.
local function value(position)
  if position.over then
    return outcome(position) - 500         -- 1000 is a win, 0 a loss
  end
  return lead(position) + scoring(position)
    + 1.5 * (track(position, my_lab) - track(position, their_lab))
    + 0.8 * track(position, my_centres) + 0.7 * track(position, my_trust)
    - 5 * math.max(0, position.risk - 7)   -- who drives risk to 10 has lost
end

-- 4. choose is asked again and again: return one of `actions`, and, if you like, why.
return {
  name = "template",
  choose = function(view, actions)
    local world = sample(view)             -- what you cannot see, dealt at random
    local best, most
    for _, action in ipairs(actions) do
      local worth = value(apply(world, action)) + (liking[action.verb] or 0)
      if not best or worth > most then
        best, most = action, worth
      end
    end
    return best, { { "worth", most } }
  end,
}
