card {
  id = "A1", side = "neutral", era = "early", ops = 3,
  title = { en = "A card", zh = "一张牌" }, concept = { en = "It draws.", zh = "抽牌。" },
  event = { draw("you", 1) },
}
