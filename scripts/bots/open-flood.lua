-- open-flood: give it away.  Trains and publishes the weights as soon as they are better than what is
-- out there, so that prices fall, open users multiply, and the closed rival has nothing to sell.
-- Declared.
return {
  name = "open-flood",
  weights = {
    outcome = 1, ahead = 1,
    ["release open"] = 5, ["release conditional"] = 3, ["release api"] = -3,
    F = 1.5, ["Q open"] = 1, ["rival F"] = -0.8,   -- a better lab is the next release
    ["open users"] = 0.5, ["rival closed users"] = -0.3,
    impose = -1.5,                                 -- what is given away needs no walls
    P = -0.3,                                      -- cheap intelligence hurts who sells it
    D = 0.8, S = 0.6, E = 1, capital = 0.15,
    brink = -8,                                    -- the price of it is risk: stop in time
  },
}
