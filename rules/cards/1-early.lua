-- Early cards: RULES.md section 12.3, in its order.

local chain = { nations = { "Netherlands", "Japan", "Korea", "Taiwan" } }
local strict = { strictness = 2 }

card {
    id = "E01", side = "US", era = "early", ops = 4, once = true,
    title = { en = "Moonshot Training Run", zh = "登月级训练" },
    concept = {
        en = "Scaling race: one huge run buys a frontier step nobody else can afford.",
        zh = "规模竞赛：一次豪赌式训练，换来别人负担不起的前沿一步。",
    },
    event = { gain("you", "F", 1) },
}

card {
    id = "E02", side = "US", era = "early", ops = 4,
    title = { en = "The Herd Released", zh = "羊驼出栏" },
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
        zh = "芯片出口管制给训练封了顶；再加码，只能削去一些数据中心。",
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
        zh = "API 用量给补贴，买家就绑定在厂商的平台上。",
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
        zh = "资本大举涌入，投资者的预期也水涨船高。",
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
        zh = "供应链在盟友手里：没有他们，硬件管制就是一纸空文。",
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
        zh = "趁智能还贵，订阅费就是实实在在的收入。",
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
        zh = "借输出来蒸馏，比从头发明便宜，除非访问受到管制。",
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
        zh = "强大的免费模型一夜问世，智能价格应声下跌。",
    },
    event = { release("open"), gain("P", -1) },
}

card {
    id = "E11", side = "CN", era = "early", ops = 4,
    title = { en = "National Chip Fund", zh = "国家芯片基金" },
    concept = {
        en = "State money buys a domestic chip tier.",
        zh = "国家出资，自主芯片再上一级。",
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
        zh = "赶在禁令之前备货，第一波冲击就轻得多。",
    },
    event = { gain("CN", "compute", 4) },
}

card {
    id = "E14", side = "CN", era = "early", ops = 3, needs = "industry",
    title = { en = "Payment-App Data Loop", zh = "移动支付数据闭环" },
    concept = {
        en = "Dense cities and payment apps feed applied AI with real-world data.",
        zh = "稠密的城市加上移动支付，源源不断为应用型 AI 供给真实数据。",
    },
    event = { gain("CN", "I", 1) },
}

card {
    id = "E15", side = "CN", era = "early", ops = 2,
    title = { en = "Compliance Licence", zh = "合规许可" },
    concept = {
        en = "A model licensed to fit domestic data rules builds trust "
            .. "at home and with like-minded states.",
        zh = "依本国数据法规发放许可的模型，在国内和理念相近的国家赢得信任。",
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
        zh = "严格的监管让各国远离缺乏治理的权重，也让受信任的一方得利。",
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
        zh = "人才聚拢，优化工作自有人无偿来做。",
    },
    event = { gain("you", "compute", 3) },
}

card {
    id = "E20", side = "neutral", era = "early", ops = 2,
    title = { en = "Compute Exposure Audit", zh = "算力敞口审计" },
    concept = {
        en = "Buyers who audit their exposure hedge away from a single supplier.",
        zh = "查清自身算力敞口的买家，会主动摆脱对单一供应商的依赖。",
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
        zh = "一心在本国扩建产能，别处的钱就让对手赚了去。",
    },
    event = { gain("you", "D", 1), gain("rival", "capital", 1) },
}

card {
    id = "E22", side = "neutral", era = "early", ops = 3,
    title = { en = "Swing-State Tour", zh = "遍访摇摆国家" },
    concept = {
        en = "Non-aligned states can be won by turning up.",
        zh = "对不结盟国家来说，登门拜访就是诚意。",
    },
    event = { choose(2, { side = "zero" }, "align") },
}

card {
    id = "E23", side = "neutral", era = "early", ops = 2, needs = "risk",
    title = { en = "Misuse Scare", zh = "滥用风波" },
    concept = {
        en = "A misuse story hurts whoever is trusted less.",
        zh = "滥用事件一经曝光，谁的信任更低，谁就更受伤。",
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
        zh = "只缺一种零件，整条推理服务链就被卡住。",
    },
    event = { modify("SERVE", "rival", -2, "round"), gain("rival", "compute", -1) },
}

card {
    id = "E25", side = "CN", era = "early", ops = 3, once = true,
    title = { en = "Fast Followers", zh = "快速跟进" },
    concept = {
        en = "The follower profits from every release of the leader.",
        zh = "领跑者每发布一次，跟随者就受益一次。",
    },
    event = {
        trigger("release", { gain("you", "capital", 1), gain("you", "compute", 1) }),
        gain("CN", "compute", 2),
    },
}

card {
    id = "E26", side = "neutral", era = "early", ops = 3,
    title = { en = "Poached Researchers", zh = "研究员跳槽" },
    concept = {
        en = "Talent moves between labs and takes plans along.",
        zh = "人才在实验室之间流动，计划也跟着走。",
    },
    event = { discard("rival", 1), draw("you", 1) },
}
