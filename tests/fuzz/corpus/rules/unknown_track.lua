local t = { en = "T", zh = "T" }
card { id = "X", title = t, concept = t, side = "US", era = "early", ops = 3, event = { gain("you", "Frontier", 1) } }
