card {
  id = "X1", side = "US", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
}
