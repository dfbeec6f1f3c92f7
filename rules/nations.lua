-- The nations of RULES.md section 14, in the order in which the market serves and moves them.
-- `name` is the geographic label, `neutral` one that names no country: the table shows either.
-- Start positions and needs are assumptions of the scenario, not statements of fact.

nation {
  id = "Britain", x = -2, y = -1, weight = 1, strictness = 1, need = "Security",
  name = { en = "Britain", zh = "英国" },
  neutral = { en = "Atlantic Exchange", zh = "大西洋金融城" },
}

nation {
  id = "France", x = -1, y = 1, weight = 1, strictness = 3, need = "Sovereignty",
  name = { en = "France", zh = "法国" },
  neutral = { en = "Autonomy Advocate", zh = "自主倡导国" },
}

nation {
  id = "Germany", x = -1, y = -1, weight = 2, strictness = 3, need = "Industry",
  name = { en = "Germany", zh = "德国" },
  neutral = { en = "Machine Heartland", zh = "机械腹地" },
}

nation {
  id = "Netherlands", x = -2, y = 0, weight = 1, strictness = 2, need = "Security",
  role = "lithography", chain = true,
  name = { en = "Netherlands", zh = "荷兰" },
  neutral = { en = "Lithography Hub", zh = "光刻枢纽" },
}

nation {
  id = "Japan", x = -2, y = 0, weight = 2, strictness = 1, need = "Industry",
  chain = true,
  name = { en = "Japan", zh = "日本" },
  neutral = { en = "Precision Isles", zh = "精工列岛" },
}

nation {
  id = "Korea", x = -1, y = 0, weight = 1, strictness = 1, need = "Compute",
  role = "memory", chain = true,
  name = { en = "Korea", zh = "韩国" },
  neutral = { en = "Memory Peninsula", zh = "存储半岛" },
}

nation {
  id = "Taiwan", x = -1, y = -1, weight = 1, strictness = 0, need = "Security",
  role = "foundry", chain = true,
  name = { en = "Taiwan", zh = "台湾" },
  neutral = { en = "Island Foundry", zh = "晶圆代工岛" },
}

nation {
  id = "India", x = 0, y = 1, weight = 3, strictness = 1, need = "Sovereignty",
  name = { en = "India", zh = "印度" },
  neutral = { en = "Southern Giant", zh = "南方大国" },
}

nation {
  id = "Gulf-States", x = 0, y = -1, weight = 2, strictness = 0, need = "Compute",
  role = "fund",
  name = { en = "Gulf States", zh = "海湾国家" },
  neutral = { en = "Gulf Fund", zh = "海湾基金" },
}

nation {
  id = "Brazil", x = 1, y = 1, weight = 2, strictness = 2, need = "Sovereignty",
  name = { en = "Brazil", zh = "巴西" },
  neutral = { en = "Rainforest Union", zh = "雨林联邦" },
}

nation {
  id = "Indonesia", x = 1, y = 0, weight = 2, strictness = 0, need = "Price",
  name = { en = "Indonesia", zh = "印尼" },
  neutral = { en = "Equator Market", zh = "赤道市场" },
}

nation {
  id = "Nigeria", x = 1, y = 0, weight = 1, strictness = 0, need = "Sovereignty",
  name = { en = "Nigeria", zh = "尼日利亚" },
  neutral = { en = "Rising Delta", zh = "新兴三角洲" },
}

nation {
  id = "Singapore", x = 0, y = -1, weight = 1, strictness = 2, need = "Security",
  name = { en = "Singapore", zh = "新加坡" },
  neutral = { en = "Strait Port", zh = "海峡港城" },
}

nation {
  id = "Viet-Nam", x = 1, y = -1, weight = 1, strictness = 0, need = "Industry",
  name = { en = "Viet Nam", zh = "越南" },
  neutral = { en = "Assembly Coast", zh = "装配海岸" },
}

nation {
  id = "Pakistan", x = 2, y = -1, weight = 1, strictness = 0, need = "Security",
  name = { en = "Pakistan", zh = "巴基斯坦" },
  neutral = { en = "Mountain Corridor", zh = "山地走廊" },
}

nation {
  id = "Russia", x = 2, y = -1, weight = 2, strictness = 0, need = "Security",
  name = { en = "Russia", zh = "俄罗斯" },
  neutral = { en = "Northern Power", zh = "北方大国" },
}
