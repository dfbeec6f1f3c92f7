-- Every named number of the game: RULES.md section 15, in its order.
-- Change a value here and play; the range that each may take stands in engine/core/params.def.
-- A value in braces is a list: its meaning says what stands where.

param {
  name = "vpHeg", value = 54,
  meaning = {
    en = "Lead in victory points that wins at once after a round. Lower: games end earlier.",
    zh = "回合结束时领先多少分即刻获胜。调低：对局更早结束。",
  },
}

param {
  name = "state", value = 5,
  meaning = {
    en = "Capital that China's state pays each round. Higher: China builds and courts more.",
    zh = "中国每回合的国家资本收入。调高：中国更能建设、更能争取各国。",
  },
}

param {
  name = "revDiv", value = 3,
  meaning = {
    en = "Served weight x Price / this = API revenue. Higher: closed models earn less.",
    zh = "API 收入 = 服务权重 × 价格 ÷ 此数。调高：闭源模型更难赚钱。",
  },
}

param {
  name = "serveBase", value = 1,
  meaning = {
    en = "Serving capacity that each bloc has for nothing. Higher: less throttling.",
    zh = "各方免费拥有的推理服务能力。调高：被限流的客户更少。",
  },
}

param {
  name = "hardUS", value = 1,
  meaning = {
    en = "Capital from chip sales while CHIPS is off. Higher: CHIPS costs the US more.",
    zh = "芯片管制未生效时美国的芯片销售收入。调高：芯片管制让美国付出更多。",
  },
}

param {
  name = "catchUp", value = 2,
  meaning = {
    en = "Compute that Train saves by distilling a better model. Higher: leads melt faster.",
    zh = "有更强的模型可蒸馏时，训练节省的算力。调高：领先更快被追平。",
  },
}

param {
  name = "optBase", value = 2,
  meaning = {
    en = "Base of Optimise's price in compute. Higher: efficiency comes later.",
    zh = "优化的基础算力。调高：效率提升来得更晚。",
  },
}

param {
  name = "integDisc", value = 1,
  meaning = {
    en = "Compute that China saves on Integrate. Higher: AI enters China's factories faster.",
    zh = "中国每次产业融合节省的算力。调高：AI 更快进入中国工厂。",
  },
}

param {
  name = "safeComp", value = 2,
  meaning = {
    en = "Compute that Safeguard costs. Higher: Trust and a low Risk are dearer.",
    zh = "安全保障所需的算力。调高：提升信任、降低风险都更贵。",
  },
}

param {
  name = "crashGap", value = 4,
  meaning = {
    en = "US revenue this far below Valuation means a crash. Higher: crashes are rarer.",
    zh = "美国收入低于估值多少即告崩盘。调高：崩盘更少见。",
  },
}

param {
  name = "crashVP", value = 3,
  meaning = {
    en = "Victory points for China at a crash. Higher: the US must defend its revenue.",
    zh = "崩盘时中国获得的分数。调高：美国更须守住收入。",
  },
}

param {
  name = "stockVP", value = { 4, 3 },
  meaning = {
    en = "VP for more compute x quality: first half, second half. Higher: scale pays.",
    zh = "算力×质量存量占优的得分：前半局、后半局。调高：规模更值钱。",
  },
}

param {
  name = "indMul", value = { 1, 3 },
  meaning = {
    en = "VP per step of Industry lead: first, second half. Higher: factories decide the game.",
    zh = "产业每领先一格的得分：前半局、后半局。调高：胜负更取决于产业。",
  },
}

param {
  name = "import", value = 4,
  meaning = {
    en = "Chip tiers that China imports. Higher: China has more compute each round.",
    zh = "中国靠进口得到的芯片等级。调高：中国每回合算力更多。",
  },
}

param {
  name = "plat0", value = 6,
  meaning = {
    en = "Lowest plateau tile of three (this, +1, +2). Lower: scaling pays for less long.",
    zh = "三块平台期板块中最低的一块（此数、+1、+2）。调低：规模红利更早见顶。",
  },
}

param {
  name = "optDiv", value = 2,
  meaning = {
    en = "Steps of Efficiency that make Optimise 1 dearer. Higher: late steps are cheaper.",
    zh = "效率每升多少格，优化贵 1 点算力。调高：后期优化更便宜。",
  },
}

param {
  name = "wallRev", value = 2,
  meaning = {
    en = "Revenue lost to the rival's ACCESS or DATA. Higher: walls hurt API sales more.",
    zh = "因对方的访问管制或数据管制损失的收入。调高：壁垒对 API 销售打击更大。",
  },
}

param {
  name = "buildNow", value = 1,
  meaning = {
    en = "Compute that building yields at once. Higher: building pays back sooner.",
    zh = "建设时立即获得的算力。调高：建设更快回本。",
  },
}

param {
  name = "bite", value = { 0, 3, 0, 4, 0 },
  meaning = {
    en = "Compute lost at once to CHIPS (plus the chain), EQUIP, ACCESS, MINERALS, DATA. "
      .. "Higher: sharper controls.",
    zh = "芯片（另加供应链）、设备、访问、矿产、数据管制各自立即夺走的算力。调高：管制更猛。",
  },
}

param {
  name = "integDiv", value = 2,
  meaning = {
    en = "Steps of Industry that make Integrate 1 dearer. Higher: late steps are cheaper.",
    zh = "产业每升多少格，融合贵 1 点算力。调高：后期融合更便宜。",
  },
}

param {
  name = "buildSil", value = 1,
  meaning = {
    en = "Base of a silicon tier's price in capital. Higher: self-reliance is dearer.",
    zh = "升一级自主芯片的基础资本。调高：芯片自主更贵。",
  },
}

param {
  name = "premium", value = 1,
  meaning = {
    en = "Lead over open models with which an API raises Price. Higher: pricing power is rarer.",
    zh = "闭源模型领先开放模型多少，API 发布才能提价。调高：定价权更难得。",
  },
}

param {
  name = "hedgeMax", value = 3,
  meaning = {
    en = "Most nations that hedge after a round. Higher: the bloc behind catches up faster.",
    zh = "每回合最多有几国对冲。调高：落后方追得更快。",
  },
}

param {
  name = "lean", value = 2,
  meaning = {
    en = "Appeal that a bloc has to nations on its side. Higher: nations change sides less.",
    zh = "一方对己侧国家的吸引力加成。调高：各国不易换边。",
  },
}

param {
  name = "hand4", value = { 6, 0, 6, 0 },
  meaning = {
    en = "Handicap VP of UC, UO, CC, CO in the full game. Higher: that seat leads its bloc.",
    zh = "四人完整对局排名时的让分：UC、UO、CC、CO。调高：该席更易居本方第一。",
  },
}

param {
  name = "hand4s", value = { 3, 0, 3, 0 },
  meaning = {
    en = "Handicap VP of UC, UO, CC, CO in the other scenarios. Higher: that seat leads its bloc.",
    zh = "四人其他场景排名时的让分：UC、UO、CC、CO。调高：该席更易居本方第一。",
  },
}

param {
  name = "hwDiv", value = 4,
  meaning = {
    en = "Users of the open model per extra capital. Higher: open weights earn less.",
    zh = "开放模型每有多少用户，每回合多 1 点资本。调高：开放权重赚得更少。",
  },
}

param {
  name = "trainDiv", value = 2,
  meaning = {
    en = "Steps of Frontier that make Train 1 dearer still. Higher: late steps are cheaper.",
    zh = "前沿每升多少格，训练额外贵 1 点算力。调高：后期训练更便宜。",
  },
}

param {
  name = "courtBase", value = 2,
  meaning = {
    en = "Base of a court's price in capital. Higher: diplomacy is dearer.",
    zh = "争取一国的基础资本。调高：外交更贵。",
  },
}

param {
  name = "buildBase", value = 2,
  meaning = {
    en = "Base of a datacentre's price in capital. Higher: compute is dearer.",
    zh = "建数据中心的基础资本。调高：算力更贵。",
  },
}

param {
  name = "ripe", value = 3,
  meaning = {
    en = "Markets until a control in force backfires. Lower: it must be lifted sooner.",
    zh = "管制生效几次市场后反噬。调低：必须更早解除。",
  },
}

param {
  name = "hedge", value = { 9, 5 },
  meaning = {
    en = "VP lead per nation that hedges: full, other games. Lower: leads are hard to keep.",
    zh = "领先多少分引来一国对冲：完整对局、其他场景。调低：领先更难保住。",
  },
}

param {
  name = "rq1", value = 5,
  meaning = {
    en = "Quality at which an open release adds 1 more Risk. Lower: openness is riskier.",
    zh = "开放发布多加 1 点风险的质量门槛。调低：开放权重更危险。",
  },
}

param {
  name = "rq2", value = 8,
  meaning = {
    en = "Quality at which it adds 1 Risk on top of that. Lower: openness is riskier.",
    zh = "再多加 1 点风险的质量门槛。调低：强大的开放权重更危险。",
  },
}

param {
  name = "stdVP", value = 3,
  meaning = {
    en = "VP for setting the open standard. Higher: open releases pay more.",
    zh = "主导开放标准的得分。调高：开放发布更划算。",
  },
}

param {
  name = "trustVP", value = { 1, 2 },
  meaning = {
    en = "VP for being the safe supplier: first, second half. Higher: Trust pays more.",
    zh = "成为安全供应方的得分：前半局、后半局。调高：信任更值钱。",
  },
}

param {
  name = "adMul", value = { 1, 2 },
  meaning = {
    en = "VP per weight of a stack's users: first, second half. Higher: adoption decides.",
    zh = "用户每点权重的得分：前半局、后半局。调高：胜负更取决于采用。",
  },
}

param {
  name = "incident", value = 6,
  meaning = {
    en = "Risk at which incidents are rolled for. Lower: openness meets more accidents.",
    zh = "风险达到多少开始掷事故骰。调低：事故更多，开放权重更吃亏。",
  },
}

param {
  name = "needB", value = 2,
  meaning = {
    en = "Appeal to nations that need Compute or Industry. Higher: they follow the leader.",
    zh = "对需要算力或产业的国家的吸引力加成。调高：它们更追随领先者。",
  },
}

param {
  name = "fourComp", value = 1,
  meaning = {
    en = "Compute beyond its half for each of four seats. Higher: partners do more.",
    zh = "四人局中每席在分得一半之外另得的算力。调高：搭档能做更多。",
  },
}
