local t = { en = "T", zh = "T" }
card { id = "X", title = t, concept = t, side = "US", era = "early", ops = 3, event = { when(all { any { none { all { any { at_least("P", 3) } } } } }, { gain("P", 1) }) } }
