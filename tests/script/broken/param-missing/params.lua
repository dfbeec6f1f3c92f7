local meaning = { en = "A number.", zh = "一个数。" }
for _, row in ipairs {
  { "state", 5 }, { "revDiv", 3 }, { "serveBase", 1 }, { "hardUS", 1 }, { "catchUp", 2 },
  { "optBase", 2 }, { "integDisc", 1 }, { "safeComp", 2 }, { "crashGap", 4 }, { "crashVP", 3 },
  { "stockVP", { 4, 3 } }, { "indMul", { 1, 3 } }, { "import", 4 }, { "plat0", 6 },
  { "optDiv", 2 }, { "wallRev", 2 }, { "buildNow", 1 }, { "bite", { 0, 3, 0, 4, 0 } },
  { "integDiv", 2 }, { "buildSil", 1 }, { "premium", 1 }, { "hedgeMax", 3 }, { "lean", 2 },
  { "hand4", { 6, 0, 6, 0 } }, { "hand4s", { 3, 0, 3, 0 } }, { "hwDiv", 4 }, { "trainDiv", 2 },
  { "courtBase", 2 }, { "buildBase", 2 }, { "ripe", 3 }, { "hedge", { 9, 5 } }, { "rq1", 5 },
  { "rq2", 8 }, { "stdVP", 3 }, { "trustVP", { 1, 2 } }, { "adMul", { 1, 2 } },
  { "incident", 6 }, { "fourComp", 1 },
} do
  param { name = row[1], value = row[2], meaning = meaning }
end
