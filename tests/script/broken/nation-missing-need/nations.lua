nation {
  id = "Far-Land", x = 0, y = 0, weight = 1, strictness = 0,
  name = { en = "Far Land", zh = "远国" }, neutral = { en = "North Isle", zh = "北岛" },
}
