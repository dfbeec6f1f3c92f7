card {
  id = "X1",
  side = "USA",
  era = "middle",
  ops = "3",
  once = 1,
  needs = "risks",
  title = "Fab strike",
  concept = { en = "Chips.", zh = "芯片。", fr = "Puces." },
  event = { gain("P", 1) },
}
