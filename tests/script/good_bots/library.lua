-- Uses everything that the library has, and does no harm.
local letters = {}
for i = 1, 26 do table.insert(letters, string.char(96 + i)) end
assert(table.concat(letters):upper():sub(1, 3) == "ABC")
assert(#letters == 26 and table.remove(letters) == "z" and select("#", table.unpack(letters)) == 25)
assert(string.format("%d %s %5.2f", 1, "a", 2.5) == "1 a  2.50" and tostring(nil) == "nil")
assert(tonumber("17") == 17 and math.max(1, 2) == 2 and math.floor(2.5) == 2 and 7 // 2 == 3)
assert(type(math.pi) == "number" and math.type(1) == "integer" and ("abc"):reverse() == "cba")

local function words(text)
  local count = 0
  for i = 1, #text do
    if text:byte(i) == 32 then count = count + 1 end
  end
  return count
end

return {
  name = "library",
  choose = function(view, actions)
    local by_verb = {}
    for i, action in ipairs(actions) do
      local list = by_verb[action.verb] or {}
      list[#list + 1] = { action = action, words = words(action.text), place = i }
      by_verb[action.verb] = list
    end
    local verbs = {}
    for verb in pairs(by_verb) do verbs[#verbs + 1] = verb end
    table.sort(verbs, function(a, b) return a > b end)
    local list = by_verb[verbs[math.random(#verbs)]]
    table.sort(list, function(a, b) return a.words > b.words end)
    assert(next(by_verb) and view.round >= 1)
    return list[math.random(#list)].action
  end,
}
