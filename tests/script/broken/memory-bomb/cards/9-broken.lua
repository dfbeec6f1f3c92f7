local list = {}
for i = 1, 100000000 do
  list[i] = { i }
end
