card {
  id = "X1", side = "US", era = "early", ops = 3,
  title = { en = "Fab strike" },
  concept = { zh = "芯片。" },
  event = { gain("P", 1) },
}
