card {
  id = "X1", side = "US"
  era = "early",
}
