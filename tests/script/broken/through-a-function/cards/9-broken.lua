local function raise(track)
  return gain("you", track, 1)
end

card {
  id = "X1", side = "US", era = "early", ops = 3,
  title = { en = "Fab strike", zh = "晶圆厂罢工" }, concept = { en = "Chips.", zh = "芯片。" },
  event = {
    raise("F"),
    raise("Effort"),
  },
}
