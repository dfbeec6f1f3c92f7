card {
  id = "X1", side = "US", era = "early", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" },
  concept = { en = "Chips stop.", zh = "芯片停产。" },
  event = {
    release("weights"),
  },
}
