-- Early cards: RULES.md section 12.3, in its order.

local chain = { nations = { "Netherlands", "Japan", "Korea", "Taiwan" } }
local strict = { strictness = 2 }

card {
  id = "E01", side = "US", era = "early", ops = 4, once = true,
  title = { en = "Moonshot Training Run", zh = "登月式训练" },
  concept = {
    en = "Scaling race: one huge run buys a frontier step nobody else can afford.",
    zh = "规模竞赛：一次巨型训练，换来别人负担不起的一步领先。",
  },
  event = { gain("you", "F", 1) },
}

card {
  id = "E02", side = "US", era = "early", ops = 4,
  title = { en = "The Herd Released", zh = "羊驼出圈" },
  concept = {
    en = "The Llama effect: free weights pull developers and set the default standard.",
    zh = "“羊驼效应”：免费权重引来开发者，事实标准就此形成。",
  },
  event = {
    release("open"),
    choose(2, { outside_rival_quadrant = true }, "corner open"),
  },
}

card {
  id = "E03", side = "US", era = "early", ops = 4, needs = "control",
  title = { en = "Entity List", zh = "实体清单" },
  concept = {
    en = "Chip export controls put a ceiling on training; "
      .. "repeating them only chips away at data centres.",
    zh = "芯片出口管制为训练设下上限；再度加码，只能削减数据中心。",
  },
  event = {
    when(in_force("CHIPS"), { gain("CN", "D", -1) }),
    impose("CHIPS"),
  },
}

card {
  id = "E04", side = "US", era = "early", ops = 3,
  title = { en = "Free Cloud Credits", zh = "免费云额度" },
  concept = {
    en = "Subsidised API access ties buyers to the vendor's platform.",
    zh = "补贴 API 用量，把买家留在厂商的平台上。",
  },
  event = {
    choose(2, { need = { "Price", "Compute", "Industry" }, outside_rival_quadrant = true },
      "corner closed"),
  },
}

card {
  id = "E05", side = "US", era = "early", ops = 3, needs = "bubble",
  title = { en = "Venture Flood", zh = "风投涌入" },
  concept = {
    en = "Capital floods in, and raises what investors expect.",
    zh = "资金大量涌入，投资者的期望也随之抬高。",
  },
  event = {
    option(
      { gain("V", 2), gain("US", "capital", 2) },
      { gain("US", "D", 1), gain("V", 1) }
    ),
  },
}

card {
  id = "E06", side = "US", era = "early", ops = 3, once = true,
  title = { en = "Chip Alliance", zh = "芯片联盟" },
  concept = {
    en = "Hardware controls only work with the allies who own the supply chain.",
    zh = "硬件管制要靠掌握供应链的盟友，缺了他们便是空谈。",
  },
  event = { each(chain, "align"), gain("B", 1) },
}

card {
  id = "E07", side = "US", era = "early", ops = 3, needs = "risk",
  title = { en = "Safety Institute", zh = "安全研究所" },
  concept = {
    en = "Being seen as the safe supplier is diplomatic capital.",
    zh = "被视为安全的供应方，本身就是外交资本。",
  },
  event = { gain("US", "Trust", 1), gain("R", -1) },
}

card {
  id = "E08", side = "US", era = "early", ops = 2,
  title = { en = "Twenty Dollars a Month", zh = "每月二十美元" },
  concept = {
    en = "Subscriptions pay while intelligence is still dear.",
    zh = "智能还贵的时候，订阅就能赚钱。",
  },
  event = {
    when(at_least("P", 4), { gain("US", "capital", 2) }),
    gain("US", "capital", 2),
  },
}

card {
  id = "E09", side = "CN", era = "early", ops = 4,
  title = { en = "Distillation Pipeline", zh = "蒸馏流水线" },
  concept = {
    en = "Copying a model through its outputs is cheaper than inventing it, "
      .. "unless access is controlled.",
    zh = "借模型输出来蒸馏，比从头研发便宜，除非访问受管制。",
  },
  event = {
    when(not_in_force("ACCESS"), { gain("CN", "F", 1) }, { gain("CN", "E", 1) }),
  },
}

card {
  id = "E10", side = "CN", era = "early", ops = 4,
  title = { en = "Open-Weights Surprise", zh = "开放权重黑马" },
  concept = {
    en = "A strong free model appears overnight and the price of intelligence drops.",
    zh = "强大的免费模型一夜之间问世，智能价格应声下跌。",
  },
  event = { release("open"), gain("P", -1) },
}

card {
  id = "E11", side = "CN", era = "early", ops = 4,
  title = { en = "National Chip Fund", zh = "国家芯片基金" },
  concept = {
    en = "State money buys a domestic chip tier.",
    zh = "国家出资，让自主芯片再上一级。",
  },
  event = { gain("CN", "S", 1), gain("CN", "capital", 1) },
}

card {
  id = "E12", side = "CN", era = "early", ops = 3,
  title = { en = "Digital Silk Road", zh = "数字丝绸之路" },
  concept = {
    en = "Infrastructure export carries the model with it.",
    zh = "基础设施走出去，模型也随之落地。",
  },
  event = {
    choose(2, { side = { "own", "zero" }, need = { "Price", "Compute" } }, "corner open"),
  },
}

card {
  id = "E13", side = "CN", era = "early", ops = 3, once = true,
  title = { en = "Stockpiled Accelerators", zh = "囤积加速卡" },
  concept = {
    en = "Buying ahead of a ban softens its first bite.",
    zh = "赶在禁令前备货，缓冲第一波冲击。",
  },
  event = { gain("CN", "compute", 4) },
}

card {
  id = "E14", side = "CN", era = "early", ops = 3, needs = "industry",
  title = { en = "Payment-App Data Loop", zh = "移动支付数据闭环" },
  concept = {
    en = "Dense cities and payment apps feed applied AI with real-world data.",
    zh = "城市稠密、移动支付普及，为应用型 AI 不断供给真实数据。",
  },
  event = { gain("CN", "I", 1) },
}

card {
  id = "E15", side = "CN", era = "early", ops = 2,
  title = { en = "Compliance Licence", zh = "合规许可" },
  concept = {
    en = "A model licensed to fit domestic data rules builds trust "
      .. "at home and with like-minded states.",
    zh = "按国内数据法规设计许可，在本国和理念相近的国家赢得信任。",
  },
  event = { release("api"), gain("CN", "Trust", 1) },
}

card {
  id = "E16", side = "CN", era = "early", ops = 3, needs = "control",
  title = { en = "Grey-Market GPUs", zh = "GPU 灰色市场" },
  concept = {
    en = "A closed door makes a grey market.",
    zh = "正门一关，灰市便开。",
  },
  event = {
    when(in_force("CHIPS"), { gain("CN", "compute", 4) }),
    when(not_in_force("CHIPS"), { gain("CN", "capital", 2) }),
  },
}

card {
  id = "E17", side = "neutral", era = "early", ops = 3,
  title = { en = "Leaderboard Upset", zh = "榜单易主" },
  concept = {
    en = "Topping the open leaderboard turns into adoption.",
    zh = "登上开放模型榜首，采用者随之而来。",
  },
  event = {
    when(more("you", "Q open"), { gain("you", "VP", 1) }),
    choose(1, { outside_rival_quadrant = true }, "corner open"),
  },
}

card {
  id = "E18", side = "neutral", era = "early", ops = 3, once = true, needs = "risk",
  title = { en = "AI Act Adopted", zh = "《人工智能法》通过" },
  concept = {
    en = "Strict regulators pull nations back from ungoverned weights "
      .. "and reward the trusted side.",
    zh = "严格的监管使各国疏远缺乏治理的权重，并回报受信任的一方。",
  },
  event = {
    each(strict, "close"),
    when(more("you", "Trust"), { choose(2, strict, "align") }),
  },
}

card {
  id = "E19", side = "neutral", era = "early", ops = 3,
  title = { en = "Developer Conference", zh = "开发者大会" },
  concept = {
    en = "Talent brings free optimisation work.",
    zh = "人才聚拢，带来免费的优化工作。",
  },
  event = { gain("you", "compute", 3) },
}

card {
  id = "E20", side = "neutral", era = "early", ops = 2,
  title = { en = "Compute Exposure Audit", zh = "算力敞口审计" },
  concept = {
    en = "Buyers who audit their exposure hedge away from a single supplier.",
    zh = "买家查清算力敞口，便会分散风险，不再依赖单一供应商。",
  },
  event = {
    choose(2, { side = "rival", need = { "Compute", "Security", "Industry" } }, "neutral"),
  },
}

card {
  id = "E21", side = "neutral", era = "early", ops = 4,
  title = { en = "Data-Centre Boom", zh = "数据中心热潮" },
  concept = {
    en = "Building capacity at home leaves money on the table for the other side.",
    zh = "忙于本土扩建，便把一些钱留给对手去赚。",
  },
  event = { gain("you", "D", 1), gain("rival", "capital", 1) },
}

card {
  id = "E22", side = "neutral", era = "early", ops = 3,
  title = { en = "Swing-State Tour", zh = "遍访摇摆国家" },
  concept = {
    en = "Non-aligned states can be won by turning up.",
    zh = "不结盟国家，多走动就能争取到。",
  },
  event = { choose(2, { side = "zero" }, "align") },
}

card {
  id = "E23", side = "neutral", era = "early", ops = 2, needs = "risk",
  title = { en = "Misuse Scare", zh = "滥用风波" },
  concept = {
    en = "A misuse story hurts whoever is trusted less.",
    zh = "滥用事件一曝光，谁的信任更低，谁就更受伤。",
  },
  event = {
    gain("R", 1),
    when(more("you", "Trust"), { gain("rival", "Trust", -1) }),
  },
}

card {
  id = "E24", side = "neutral", era = "early", ops = 3,
  title = { en = "Memory Shortage", zh = "内存荒" },
  concept = {
    en = "One scarce part throttles the whole serving chain.",
    zh = "缺一种零件，整条推理服务链都受限。",
  },
  event = { modify("SERVE", "rival", -2, "round"), gain("rival", "compute", -1) },
}

card {
  id = "E25", side = "CN", era = "early", ops = 3, once = true,
  title = { en = "Fast Followers", zh = "快速跟进" },
  concept = {
    en = "The follower profits from every release of the leader.",
    zh = "领先者每发布一次，跟随者就受益一次。",
  },
  event = {
    trigger("release", { gain("you", "capital", 1), gain("you", "compute", 1) }),
    gain("CN", "compute", 2),
  },
}

card {
  id = "E26", side = "neutral", era = "early", ops = 3,
  title = { en = "Poached Researchers", zh = "挖走研究员" },
  concept = {
    en = "Talent moves between labs and takes plans along.",
    zh = "人才在实验室之间流动，计划也跟着走。",
  },
  event = { discard("rival", 1), draw("you", 1) },
}
