local strength = nil
card { id = "X1", ops = 3 + strength }
