local list = { gain("P", 1) }
list[2] = list
card {
  id = "X1", side = "US", era = "early", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
  event = list,
}
