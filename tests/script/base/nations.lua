nation {
  id = "Left-Land", x = -1, y = 0, weight = 1, strictness = 2, need = "Compute", role = "foundry",
  name = { en = "Left Land", zh = "左国" }, neutral = { en = "West Isle", zh = "西岛" },
}
nation {
  id = "Right-Land", x = 1, y = 1, weight = 2, strictness = 0, need = "Price",
  name = { en = "Right Land", zh = "右国" }, neutral = { en = "East Isle", zh = "东岛" },
}
