for i = 1, 33 do
  nation {
    id = "N" .. i, x = 0, y = 0, weight = 1, strictness = 0, need = "Price",
    name = { en = "Land " .. i, zh = "国" .. i }, neutral = { en = "Isle", zh = "岛" },
  }
end
