local t = { en = "T", zh = "T" }
for _, p in ipairs { { "vpHeg", 54 }, { "state", 5 }, { "revDiv", 3 }, { "serveBase", 1 },
  { "hardUS", 1 }, { "catchUp", 2 }, { "optBase", 2 }, { "integDisc", 1 }, { "safeComp", 2 },
  { "crashGap", 4 }, { "crashVP", 3 }, { "stockVP", { 4, 3 } }, { "indMul", { 1, 3 } },
  { "import", 4 }, { "plat0", 6 }, { "optDiv", 2 }, { "wallRev", 2 }, { "buildNow", 1 },
  { "bite", { 0, 3, 0, 4, 0 } }, { "integDiv", 2 }, { "buildSil", 1 }, { "premium", 1 },
  { "hedgeMax", 3 }, { "lean", 2 }, { "hand4", { 6, 0, 6, 0 } }, { "hand4s", { 3, 0, 3, 0 } },
  { "hwDiv", 4 }, { "trainDiv", 2 }, { "courtBase", 2 }, { "buildBase", 2 }, { "ripe", 3 },
  { "hedge", { 9, 5 } }, { "rq1", 5 }, { "rq2", 8 }, { "stdVP", 3 }, { "trustVP", { 1, 2 } },
  { "adMul", { 1, 2 } }, { "incident", 6 }, { "needB", 2 }, { "fourComp", 1 } } do
  param { name = p[1], value = p[2], meaning = t }
end
local needs = { "Compute", "Price", "Sovereignty", "Security", "Industry" }
for i, role in ipairs { "lithography", "memory", "foundry", "fund" } do
  nation { id = "N" .. i, x = i - 3, y = i - 2, weight = i, strictness = 4 - i, need = needs[i],
    role = role, chain = i < 4, name = t, neutral = t }
end
nation { id = "N5", x = 2, y = -1, weight = 2, strictness = 0, need = "Industry", name = t,
  neutral = t }
scenario { id = "s", title = t, summary = t,
  systems = { "court", "control", "risk", "bubble", "industry", "plateau" },
  rounds = 8, headline = true, acts = 3, hand = { 5, 3 }, eras = { early = 1, mid = 2, late = 3 },
  full = true, extra_capital = { US = 1, CN = 0 },
  start = { D = { 3, 3 }, S = { 5, 1 }, E = { 0, 1 }, I = { 1, 1 }, Trust = { 3, 3 },
    F = { 8, 4 }, Q = { 4, 2, 3, 3 }, L = { "permissive", "conditional" }, capital = { 5, 5 },
    P = 6, R = 2, B = 0, V = 5, control = { CHIPS = 2 } } }
local events = {
  { gain("you", "F", 1), when(more("you", "F"), { gain("you", "VP", 2) }) },
  { release("open"), choose(2, { outside_rival_quadrant = true }, "corner open") },
  { when(in_force("CHIPS"), { gain("rival", "D", -1) }), impose("CHIPS"), lift("MINERALS") },
  { option({ gain("V", 2), draw("you", 1) }, { discard("rival", 1), lift_choice() }) },
  { each({ strictness = 2, y = { "zero", "open" } }, "close"), modify("REVENUE", "you", -2, "round") },
  { trigger("release", { gain("you", "capital", 1), choose(1, { side = "rival" }, "neutral") }) },
  { trigger("control", { when(die(4), { gain("R", 1) }) }), release("api"), release("conditional") },
  { when(all { at_most("P", 3), any { at_least("you", "E", 2), none { not_in_force("DATA") } } },
    { reveal(), gain("T", -1) }, { vp_count({ side = "own" }, 3, 3), gain("R", 1) }) },
  { choose(3, {}, "align"), choose(1, { role = true, near_zero = true }, "open") },
}
local eras, sides = { "early", "mid", "late" }, { "US", "CN", "neutral" }
for i = 1, 36 do
  card { id = "C" .. i, title = t, concept = t, side = sides[i % 3 + 1], era = eras[i % 9 // 3 + 1],
    ops = i % 4 + 2, once = i % 5 == 0, event = events[i % 9 + 1] }
end
