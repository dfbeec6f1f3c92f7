card {
  id = "X1", side = "US", era = "early", ops = 3,
  title = { en = "{Left-Lnad} Summit", zh = "{Left-Land峰会" },
  concept = { en = "Talks in {Right-Land}.", zh = "在{Nowhere}会谈。" },
  event = { gain("P", 1) },
}
