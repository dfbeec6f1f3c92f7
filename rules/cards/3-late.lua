-- Late cards: RULES.md section 12.3, in its order.

local strict = { strictness = 2 }

card {
  id = "L01", side = "US", era = "late", ops = 5, once = true,
  title = { en = "God-Model", zh = "神级模型" },
  concept = {
    en = "Absolute frontier still awes the world.",
    zh = "绝对的前沿，依然令世界惊叹。",
  },
  event = {
    gain("US", "F", 1),
    when(more("US", "F"), { gain("US", "VP", 2) }),
  },
}

card {
  id = "L02", side = "US", era = "late", ops = 4, needs = "risk",
  title = { en = "Trusted-Partner Regime", zh = "可信伙伴机制" },
  concept = {
    en = "Certified supply wins the security-minded.",
    zh = "经认证的供应，赢得看重安全的买家。",
  },
  event = {
    choose(3, { need = "Security", outside_rival_quadrant = true }, "corner closed"),
  },
}

card {
  id = "L03", side = "US", era = "late", ops = 3, needs = "control",
  title = { en = "Chip Diplomacy", zh = "芯片外交" },
  concept = {
    en = "Selling chips again buys money and friends, and gives up the ceiling.",
    zh = "重新卖芯片，换来资金和朋友，也放开了算力上限。",
  },
  event = {
    lift("CHIPS"),
    gain("US", "capital", 3),
    choose(2, { need = { "Compute", "Sovereignty" } }, "align"),
  },
}

card {
  id = "L04", side = "US", era = "late", ops = 4,
  title = { en = "National Open Initiative", zh = "国家开放计划" },
  concept = {
    en = "A state decides openness is strategy, not charity.",
    zh = "国家认定：开放是战略，不是慈善。",
  },
  event = {
    release("open"),
    choose(2, { outside_rival_quadrant = true }, "corner open"),
  },
}

card {
  id = "L05", side = "US", era = "late", ops = 4, needs = "industry",
  title = { en = "Reshoring Act", zh = "制造业回流法案" },
  concept = {
    en = "Bringing manufacture home narrows the execution gap.",
    zh = "让制造回到本土，缩小从创新到落地的差距。",
  },
  event = { gain("US", "S", 1), gain("US", "I", 1) },
}

card {
  id = "L06", side = "US", era = "late", ops = 4, needs = "industry",
  title = { en = "Robotics Crash Programme", zh = "机器人攻坚计划" },
  concept = {
    en = "Moving AI from the screen to the street.",
    zh = "让 AI 走出屏幕，走进现实。",
  },
  event = { gain("US", "I", 2) },
}

card {
  id = "L07", side = "US", era = "late", ops = 3,
  title = { en = "Premium Enterprise Tier", zh = "企业高级版" },
  concept = {
    en = "Selling reliability at a premium props up the API business.",
    zh = "以可靠性卖出溢价，撑住 API 业务。",
  },
  event = { gain("P", 1), modify("REVENUE", "US", 2, "round") },
}

card {
  id = "L08", side = "CN", era = "late", ops = 5, once = true, needs = "bubble",
  title = { en = "Trillion-Dollar Wipe-Out", zh = "万亿市值蒸发" },
  concept = {
    en = "Free models wipe out valuations once intelligence is cheap.",
    zh = "智能一旦便宜，免费模型便能抹去估值。",
  },
  event = {
    when(at_most("P", 3), { gain("V", -3), gain("CN", "VP", 2) }),
    gain("P", -1),
  },
}

card {
  id = "L09", side = "CN", era = "late", ops = 4, needs = "industry",
  title = { en = "Lights-Out Factories", zh = "黑灯工厂" },
  concept = {
    en = "Efficient models let factories run themselves.",
    zh = "模型足够高效，工厂就能自行运转。",
  },
  event = {
    gain("CN", "I", 1),
    when(at_least("CN", "E", 3), { gain("CN", "I", 1) }),
  },
}

card {
  id = "L10", side = "CN", era = "late", ops = 4, once = true,
  title = { en = "Full-Stack Sovereignty", zh = "全栈自主" },
  concept = {
    en = "Sovereignty is the ability to run everything on your own stack.",
    zh = "主权，就是一切都能跑在自己的技术栈上。",
  },
  event = {
    when(at_least("CN", "S", 4), { gain("CN", "VP", 3) }),
    gain("CN", "S", 1),
  },
}

card {
  id = "L11", side = "CN", era = "late", ops = 3, needs = "industry",
  title = { en = "Humanoid Pilot Cities", zh = "人形机器人试点城市" },
  concept = {
    en = "Cities as sandboxes for embodied AI.",
    zh = "整座城市，就是具身智能的试验场。",
  },
  event = { gain("CN", "I", 1), modify("INTEGRATE", "CN", -1, "round") },
}

card {
  id = "L12", side = "CN", era = "late", ops = 3, once = true,
  title = { en = "World-View Weights", zh = "权重里的世界观" },
  concept = {
    en = "A widely used model carries its maker's world view.",
    zh = "广为使用的模型，承载着开发者的世界观。",
  },
  event = { vp_count({ side = "own", y = "open" }, 3, 3) },
}

card {
  id = "L13", side = "CN", era = "late", ops = 4,
  title = { en = "Intelligence at the Edge", zh = "端侧智能" },
  concept = {
    en = "Small efficient models live on the device, with no cloud to depend on.",
    zh = "小而高效的模型常驻设备，无需依赖云端。",
  },
  event = {
    gain("CN", "E", 1),
    choose(2, { need = { "Industry", "Price" }, outside_rival_quadrant = true },
      "corner open"),
  },
}

card {
  id = "L14", side = "CN", era = "late", ops = 4,
  title = { en = "Free Chips, Free Models", zh = "芯片模型双免费" },
  concept = {
    en = "Giving away the layer others sell, to sell the layer you own.",
    zh = "白送别人靠它赚钱的那一层，靠自己掌握的那一层赚钱。",
  },
  event = {
    choose(3, { need = { "Compute", "Price" } }, "corner open"),
    gain("CN", "capital", -2),
  },
}

card {
  id = "L15", side = "neutral", era = "late", ops = 4, once = true, needs = "plateau",
  title = { en = "Utility Plateau", zh = "效用平台期" },
  concept = {
    en = "Past a point more scale adds little that users notice.",
    zh = "过了某一点，再扩大规模，用户也难觉出差别。",
  },
  event = { reveal(), gain("T", -1) },
}

card {
  id = "L16", side = "neutral", era = "late", ops = 3, needs = "bubble",
  title = { en = "Capex Reckoning", zh = "资本开支大考" },
  concept = {
    en = "Capital spending must be paid back by somebody.",
    zh = "资本开支，终究要有人来买单。",
  },
  event = {
    when(at_most("P", 3), { gain("V", -2) }),
    when(at_least("P", 4), { gain("V", 1) }),
  },
}

card {
  id = "L17", side = "neutral", era = "late", ops = 4, once = true, needs = "control",
  title = { en = "Compute Treaty", zh = "算力条约" },
  concept = {
    en = "Arms control for compute: less risk, at the price of a lever.",
    zh = "算力军控：风险降低，代价是交出一枚筹码。",
  },
  event = { gain("R", -2), lift_choice(), gain("you", "Trust", 1) },
}

card {
  id = "L18", side = "neutral", era = "late", ops = 3,
  title = { en = "Third-Way Stack", zh = "第三条路" },
  concept = {
    en = "Middle powers build a third way.",
    zh = "中等强国不选边站，自己另建技术栈。",
  },
  event = { choose(2, { side = "rival", near_zero = true }, "neutral") },
}

card {
  id = "L19", side = "neutral", era = "late", ops = 3, needs = "risk",
  title = { en = "Autonomous Incident", zh = "自主系统事故" },
  concept = {
    en = "A machine does harm: blame falls abroad, "
      .. "and strict regulators close the door on open weights.",
    zh = "机器闯祸：矛头指向国外，监管严格的国家对开放权重关上大门。",
  },
  event = {
    gain("R", 1),
    when(die(5), { gain("R", 1) }),
    gain("rival", "Trust", -1),
    each(strict, "close"),
  },
}

card {
  id = "L20", side = "neutral", era = "late", ops = 3, needs = "risk",
  title = { en = "Local Compliance Desks", zh = "本地合规团队" },
  concept = {
    en = "Local lawyers win regulated markets.",
    zh = "有本地律师，才打得开强监管市场。",
  },
  event = { choose(2, strict, "align") },
}

card {
  id = "L21", side = "neutral", era = "late", ops = 3, needs = "industry",
  title = { en = "Energy-to-Intelligence", zh = "每瓦智能" },
  concept = {
    en = "The measure becomes intelligence per watt.",
    zh = "衡量标准变了：看每一瓦电力产出多少智能。",
  },
  event = {
    when(more("you", "E"), { gain("you", "I", 1) }, { gain("you", "E", 1) }),
  },
}

card {
  id = "L22", side = "neutral", era = "late", ops = 3,
  title = { en = "National AI Strategy", zh = "国家人工智能战略" },
  concept = {
    en = "A state must choose between more machines and better use of them.",
    zh = "国家必须取舍：添置更多机器，还是用好现有机器。",
  },
  event = {
    option(
      { gain("you", "D", 1), gain("you", "capital", 1) },
      { gain("you", "E", 1), gain("you", "compute", 2) }
    ),
  },
}
