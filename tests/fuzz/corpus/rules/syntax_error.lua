card { id = "X", 
