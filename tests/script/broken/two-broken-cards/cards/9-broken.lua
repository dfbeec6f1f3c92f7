card {
  id = "X1", side = "US", era = "early", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
  event = { gain("P", 99), gain("Q", 1) },
}
card {
  id = "X2", side = "UK", era = "early", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
  event = { lift("CHIPZ") },
}
