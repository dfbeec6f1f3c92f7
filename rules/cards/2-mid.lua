-- Mid cards: RULES.md section 12.3, in its order.

local strict = { strictness = 2 }

card {
  id = "M01", side = "US", era = "mid", ops = 4, needs = "control",
  title = { en = "Lithography Ban", zh = "光刻机禁令" },
  concept = {
    en = "The lithography bottleneck: the deepest moat is in the tools.",
    zh = "光刻是咽喉：最深的护城河在设备里。",
  },
  event = {
    when(in_force("EQUIP"), { gain("CN", "S", -1) }),
    impose("EQUIP"),
  },
}

card {
  id = "M02", side = "US", era = "mid", ops = 3, needs = "control",
  title = { en = "Know-Your-Deployer Rule", zh = "了解你的部署方" },
  concept = {
    en = "Control shifts from who trains to who may deploy.",
    zh = "管制的重点，从谁来训练转向谁可部署。",
  },
  event = { impose("ACCESS"), gain("R", -1) },
}

card {
  id = "M03", side = "US", era = "mid", ops = 4,
  title = { en = "They Build It, It's Yours", zh = "他们来建，归你所有" },
  concept = {
    en = "Sovereignty by ownership: sell the stack, not the subscription.",
    zh = "拥有即主权：卖整套技术栈，而不是卖订阅。",
  },
  event = {
    choose(3, { need = { "Sovereignty", "Compute", "Price" }, outside_rival_quadrant = true },
      "corner open"),
  },
}

card {
  id = "M04", side = "US", era = "mid", ops = 3,
  title = { en = "Platform Aggregation", zh = "平台聚合" },
  concept = {
    en = "Aggregation: users attract users until leaving is unthinkable.",
    zh = "聚合效应：用户引来用户，直到谁也离不开。",
  },
  event = {
    choose(3, { side = "own", y = "closed" }, "align"),
    gain("US", "capital", 1),
  },
}

card {
  id = "M05", side = "US", era = "mid", ops = 5, once = true,
  title = { en = "Reasoning Breakthrough", zh = "推理能力突破" },
  concept = {
    en = "A true frontier leap restores pricing power.",
    zh = "真正的前沿跃升，让定价权失而复得。",
  },
  event = { gain("US", "F", 1), release("api"), gain("P", 1) },
}

card {
  id = "M06", side = "US", era = "mid", ops = 3, once = true, needs = "risk",
  title = { en = "Transparency Pledge", zh = "透明度承诺" },
  concept = {
    en = "Openness about risk buys credibility with regulators.",
    zh = "坦陈风险，换来监管者的信任。",
  },
  event = { gain("US", "Trust", 2) },
}

card {
  id = "M07", side = "US", era = "mid", ops = 3, once = true,
  title = { en = "{Gulf-States} Mega-Campus", zh = "{Gulf-States}超级园区" },
  concept = {
    en = "Compute campuses abroad bind wealthy swing states.",
    zh = "把算力园区建到海外，与富裕的摇摆国家深度绑定。",
  },
  event = { each({ nations = { "Gulf-States" } }, "corner closed"), gain("US", "D", 1) },
}

card {
  id = "M08", side = "CN", era = "mid", ops = 4,
  title = { en = "Price War", zh = "价格战" },
  concept = {
    en = "Dumping: selling below cost to break the rival's margins.",
    zh = "倾销：低于成本出售，击穿对手的利润。",
  },
  event = { gain("P", -2), gain("CN", "capital", -1) },
}

card {
  id = "M09", side = "CN", era = "mid", ops = 4,
  title = { en = "Ninety Percent at a Tenth", zh = "一成成本，九成性能" },
  concept = {
    en = "Efficiency engineering: nearly the quality for a fraction of the cost.",
    zh = "效率工程：以零头的成本，做到相差无几的质量。",
  },
  event = { gain("CN", "E", 1), release("conditional") },
}

card {
  id = "M10", side = "CN", era = "mid", ops = 3, once = true, needs = "industry",
  title = { en = "Deployment Sandbox", zh = "部署沙盒" },
  concept = {
    en = "Prescriptive regulation clears the way for testing in the street.",
    zh = "监管先行定规，为上路实测扫清障碍。",
  },
  event = { modify("INTEGRATE", "CN", -1, "game") },
}

card {
  id = "M11", side = "CN", era = "mid", ops = 3,
  title = { en = "Talent Magnet", zh = "人才磁石" },
  concept = {
    en = "The best open model draws the world's developers, who improve it.",
    zh = "最好的开放模型引来全球开发者，也由他们越改越好。",
  },
  event = {
    when(more("CN", "Q open"), { gain("CN", "F", 1) }),
    gain("CN", "compute", 2),
  },
}

card {
  id = "M12", side = "CN", era = "mid", ops = 3, needs = "control",
  title = { en = "Rare-Earth Licensing", zh = "稀土出口许可" },
  concept = {
    en = "Supply-chain retaliation: raw materials are a control too.",
    zh = "供应链反制：原材料同样是管制手段。",
  },
  event = { impose("MINERALS"), gain("US", "capital", -1) },
}

card {
  id = "M13", side = "CN", era = "mid", ops = 4, needs = "control",
  title = { en = "Home-Grown Accelerator", zh = "自研加速芯片" },
  concept = {
    en = "Necessity breeds domestic silicon.",
    zh = "形势所迫，催生自主芯片。",
  },
  event = {
    gain("CN", "S", 1),
    when(in_force("CHIPS"), { gain("CN", "compute", 2) }),
  },
}

card {
  id = "M14", side = "CN", era = "mid", ops = 4,
  title = { en = "South-South Compact", zh = "南南合作协定" },
  concept = {
    en = "Development finance plus free models appeals to poorer states.",
    zh = "发展融资加免费模型，对较贫困的国家颇有吸引力。",
  },
  event = {
    choose(2, { side = { "own", "zero" }, need = { "Price", "Sovereignty" } }, "align"),
  },
}

card {
  id = "M15", side = "neutral", era = "mid", ops = 3,
  title = { en = "Sovereign Model Programme", zh = "主权模型计划" },
  concept = {
    en = "Nations want a model nobody can switch off.",
    zh = "各国都想要一个谁也关不掉的模型。",
  },
  event = {
    choose(2, { need = { "Sovereignty", "Compute" } }, "open"),
    choose(1, { side = { "own", "zero" } }, "align"),
  },
}

card {
  id = "M16", side = "CN", era = "mid", ops = 3, needs = "industry",
  title = { en = "Copyright Lawsuits", zh = "版权诉讼" },
  concept = {
    en = "Litigation slows deployment and eats revenue.",
    zh = "官司拖慢部署，也吃掉收入。",
  },
  event = {
    modify("INTEGRATE", "US", 1, "round"),
    modify("REVENUE", "US", -2, "round"),
  },
}

card {
  id = "M17", side = "neutral", era = "mid", ops = 3, needs = "risk",
  title = { en = "Safety Summit", zh = "安全峰会" },
  concept = {
    en = "Joint safety work lowers the risk for everyone and credits the host.",
    zh = "合作保安全，各方风险都下降，东道主赢得声誉。",
  },
  event = { gain("R", -2), gain("you", "Trust", 1) },
}

card {
  id = "M18", side = "neutral", era = "mid", ops = 3,
  title = { en = "Model Agnosticism", zh = "模型中立架构" },
  concept = {
    en = "Agnostic architecture undoes lock-in and heals the split.",
    zh = "架构不依赖任何一家模型，锁定随之解除，分裂得以弥合。",
  },
  event = { gain("B", -1), choose(2, { side = "rival" }, "neutral") },
}

card {
  id = "M19", side = "neutral", era = "mid", ops = 3,
  title = { en = "Fine-Tuning Craze", zh = "微调热潮" },
  concept = {
    en = "Fine-tuning an open model binds the tuner to its ecosystem.",
    zh = "谁微调了开放模型，谁就留在它的生态里。",
  },
  event = { choose(2, { side = "own", y = "open" }, "align") },
}

card {
  id = "M20", side = "neutral", era = "mid", ops = 3, needs = "risk",
  title = { en = "Regulatory Patchwork", zh = "监管碎片化" },
  concept = {
    en = "Divergent rules split the market and push strict states to neutrality.",
    zh = "规则各异，割裂市场，也把监管严格的国家推向中立。",
  },
  event = { gain("B", 1), each(strict, "neutral") },
}

card {
  id = "M21", side = "neutral", era = "mid", ops = 3,
  title = { en = "Grid Bottleneck", zh = "电网瓶颈" },
  concept = {
    en = "Electricity is the limit unless the models are efficient.",
    zh = "模型若不节能，电力就是上限。",
  },
  event = {
    when(at_most("rival", "E", 2),
      { gain("rival", "compute", -3) }, { gain("rival", "compute", -1) }),
  },
}

card {
  id = "M22", side = "neutral", era = "mid", ops = 3,
  title = { en = "Supply-Chain Review", zh = "供应链审查" },
  concept = {
    en = "Whoever holds the choke-point nations holds the chain.",
    zh = "谁掌握关键节点，谁就掌握整条供应链。",
  },
  event = { choose(2, { role = true }, "align") },
}

card {
  id = "M23", side = "neutral", era = "mid", ops = 3,
  title = { en = "Vendor Outage", zh = "供应商宕机" },
  concept = {
    en = "A throttled customer remembers who holds the switch.",
    zh = "被限流的客户，会记住开关握在谁手里。",
  },
  event = {
    choose(2, { side = "rival", y = "closed" }, "open"),
    gain("rival", "capital", -1),
  },
}

local frightened = { side = { "zero", "rival" } }

card {
  id = "M24", side = "US", era = "mid", ops = 3, once = true, needs = "control",
  title = { en = "Alliance Solidarity", zh = "同盟团结" },
  concept = {
    en = "The other side's controls drive frightened states into your arms.",
    zh = "对方动用管制，不安的国家便投向你这边。",
  },
  event = {
    trigger("control", { choose(1, frightened, "align") }),
    choose(1, frightened, "align"),
  },
}
