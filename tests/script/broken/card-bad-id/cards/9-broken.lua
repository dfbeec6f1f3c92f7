card {
  id = "X 1", side = "US", era = "early", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
  event = { gain("P", 1) },
}
