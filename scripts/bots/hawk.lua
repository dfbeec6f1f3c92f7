-- hawk: deny them the chips.  Imposes whatever control is at hand, lifts one to impose it again before
-- it backfires, and pays with bifurcation and the wrath of nations that fear to be cut off.  Declared.
return {
  name = "hawk",
  weights = {
    outcome = 1, ahead = 1,
    impose = 6, lift = 1,                          -- it bites at once, again and again
    ["rival compute"] = -0.4,                      -- what a control takes from them
    ["rival D"] = -1, ["rival S"] = -1.2, ["rival E"] = -1, ["rival F"] = -1.5,
    F = 1.5, D = 0.8, S = 1.2, E = 1,              -- chips of its own
    capital = 0.15, ["rival capital"] = -0.15,
    B = 0.3,                                       -- a split world is not a bad one
  },
}
