scenario {
  id = "tiny", systems = { "court", "control", "risk", "bubble", "industry", "plateau" },
  title = { en = "Tiny", zh = "微型" }, summary = { en = "One round.", zh = "一回合。" },
  rounds = 1, headline = true, acts = 1, hand = { 1, 1 }, eras = { early = 1 },
  start = {
    D = { 3, 3 }, S = { 5, 1 }, E = { 0, 1 }, I = { 1, 2 }, Trust = { 3, 3 }, F = { 4, 4 },
    Q = { 4, 2, 3, 3 }, L = { "permissive", "conditional" }, capital = { 5, 5 },
    P = 6, R = 2, B = 0, V = 5,
  },
}
