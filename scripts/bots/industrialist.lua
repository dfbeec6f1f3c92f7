-- industrialist: the race is won in the factories.  Puts compute into industry, keeps the price of
-- intelligence low, and wants any model good enough to integrate.  Declared.
return {
  name = "industrialist",
  weights = {
    outcome = 1, ahead = 1,
    I = 3.5, ["rival I"] = -1, integrate = 4,
    P = -0.4,                                      -- integrating costs what intelligence costs
    ["Q open"] = 0.5, ["Q closed"] = 0.5,          -- and wants a model to integrate
    F = 1, D = 1, S = 0.6, E = 1, capital = 0.15, compute = 0.15,
    train = -0.5,                                  -- compute for labs is missing in factories
    impose = -1.5,                                 -- and a trade war is bad for business
  },
}
