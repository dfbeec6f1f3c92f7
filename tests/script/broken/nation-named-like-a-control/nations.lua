nation {
  id = "CHIPS", x = 0, y = 0, weight = 1, strictness = 0, need = "Price",
  name = { en = "Chips", zh = "薯条" }, neutral = { en = "North Isle", zh = "北岛" },
}
