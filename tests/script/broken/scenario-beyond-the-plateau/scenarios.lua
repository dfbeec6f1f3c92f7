scenario {
  id = "odd", systems = { "plateau" },
  title = { en = "Odd", zh = "奇" }, summary = { en = "It is odd.", zh = "有点奇怪。" },
  rounds = 2, acts = 1, hand = { 4, 3 }, eras = { early = 1 },
  start = {
    D = { 3, 3 }, S = { 5, 1 }, E = { 0, 1 }, I = { 1, 2 }, Trust = { 3, 3 }, F = { 8, 4 },
    Q = { 4, 2, 3, 3 }, L = { "permissive", "conditional" }, capital = { 5, 5 },
    P = 6, R = 0, B = 0, V = 5,
  },
}
