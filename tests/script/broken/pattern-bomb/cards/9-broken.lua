local text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
text:find("a-a-a-a-a-a-a-a-b")
