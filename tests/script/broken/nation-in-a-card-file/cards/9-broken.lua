nation { id = "Far-Land" }
