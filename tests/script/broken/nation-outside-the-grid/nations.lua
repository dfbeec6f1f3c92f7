nation {
  id = "Far-Land", weight = 1, strictness = 0, need = "Price",
  x = 4, y = 0,
  name = { en = "Far Land", zh = "远国" }, neutral = { en = "North Isle", zh = "北岛" },
}
