local text = ("x"):rep(1000000000)
