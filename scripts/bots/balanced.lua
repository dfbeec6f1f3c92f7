-- balanced: a little of everything, and no hurry.  Declared: it has no code, only weights.  Each
-- number says what one step of a feature is worth in points of victory.
return {
  name = "balanced",
  weights = {
    outcome = 1,                                   -- to win is worth 500 points
    ahead = 1,                                     -- the lead after the next scoring
    F = 1.5, ["rival F"] = -1.5,                   -- better labs: the next releases
    D = 0.8, ["rival D"] = -0.8,                   -- compute, for every round to come
    S = 0.6, ["rival S"] = -0.6,
    E = 1, ["rival E"] = -1,
    I = 0.5, ["rival I"] = -0.5,                   -- scored more in the second half
    U = 0.7, ["rival U"] = -0.7,                   -- what strict nations ask for
    capital = 0.15, ["rival capital"] = -0.15,
    revenue = 0.15, ["rival revenue"] = -0.15,     -- capital that the market will bring
  },
}
