card {
  id = "X1", side = "US", era = "early", ops = 3, onse = true,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
  event = { gain("P", 1) },
}
