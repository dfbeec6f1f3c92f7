-- The scenarios of RULES.md section 13 and their start values (section 2.2).
-- Pairs are { US, CN }, quadruples the stacks { UC, UO, CC, CO }; `hand` is { 2 seats, 4 seats };
-- `eras` says at which round's Start an era's cards join the draw pile.

local everything = { "court", "control", "risk", "bubble", "industry", "plateau" }

-- The common start; `change` holds what a scenario starts with instead.
local function start(change)
  return {
    D = { 3, 3 }, S = { 5, 1 }, E = { 0, 1 }, I = { 1, 2 }, Trust = { 3, 3 },
    F = { 4, 4 }, Q = { 4, 2, 3, 3 }, L = { "permissive", "conditional" },
    capital = { 5, 5 },
    P = 6, R = change.R or 2, B = change.B or 0, V = 5,
    control = change.control or {},
  }
end

scenario {
  id = "lesson-1",
  title = { en = "Train and release", zh = "训练与发布" },
  summary = {
    en = "Three rounds of training, releasing and the market: what does a free model change?",
    zh = "三个回合，只有训练、发布与市场：免费模型会改变什么？",
  },
  systems = {},
  rounds = 3, headline = false, acts = 3, hand = { 4, 3 },
  eras = { early = 1, mid = 2 }, full = false,
  extra_capital = { US = 0, CN = 0 },
  start = start { R = 0 },
}

scenario {
  id = "lesson-2",
  title = { en = "Diplomacy", zh = "外交" },
  summary = {
    en = "As lesson 1, and capital now courts nations: whom does a good model not convince?",
    zh = "在第一课之上，可以用资本争取各国：好模型打动不了谁？",
  },
  systems = { "court" },
  rounds = 3, headline = false, acts = 3, hand = { 4, 3 },
  eras = { early = 1, mid = 2 }, full = false,
  extra_capital = { US = 0, CN = 0 },
  start = start { R = 0 },
}

scenario {
  id = "lesson-3",
  title = { en = "Controls", zh = "管制" },
  summary = {
    en = "Chip controls are in force and backfire in the second market unless they are lifted.",
    zh = "芯片管制已经生效，若不解除，第二次市场结算时就会反噬。",
  },
  systems = { "court", "control" },
  rounds = 3, headline = false, acts = 3, hand = { 4, 3 },
  eras = { early = 1, mid = 2 }, full = false,
  extra_capital = { US = 0, CN = 5 },
  start = start { R = 0, B = 1, control = { CHIPS = 2 } },
}

scenario {
  id = "lesson-4",
  title = { en = "The whole board", zh = "全局" },
  summary = {
    en = "Four rounds with every rule: headlines, risk, valuation, industry and the plateau.",
    zh = "四个回合，规则全开：头条、风险、估值、产业与效用平台期。",
  },
  systems = everything,
  rounds = 4, headline = true, acts = 3, hand = { 5, 3 },
  eras = { early = 1, mid = 2 }, full = false,
  extra_capital = { US = 3, CN = 0 },
  start = start {},
}

scenario {
  id = "short",
  title = { en = "Short game", zh = "短局" },
  summary = {
    en = "Every rule in four rounds: early and mid cards at once, late cards from round 3.",
    zh = "四个回合，规则全开：早期与中期牌开局即用，后期牌第三回合加入。",
  },
  systems = everything,
  rounds = 4, headline = true, acts = 3, hand = { 5, 3 },
  eras = { early = 1, mid = 1, late = 3 }, full = false,
  extra_capital = { US = 1, CN = 0 },
  start = start {},
}

scenario {
  id = "full",
  title = { en = "Full game", zh = "完整对局" },
  summary = {
    en = "Eight rounds, every rule, three eras of cards: the complete contest.",
    zh = "八个回合，规则全开，三个时期的牌依次登场：完整的较量。",
  },
  systems = everything,
  rounds = 8, headline = true, acts = 4, hand = { 6, 4 },
  eras = { early = 1, mid = 3, late = 5 }, full = true,
  extra_capital = { US = 1, CN = 0 },
  start = start {},
}
