for line in io.lines("secrets") do
  card { id = line }
end
