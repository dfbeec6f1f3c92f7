cmake_minimum_required(VERSION 3.21)
# Writes every text of the TEXTS (files below TOP, with commas between them) that is to be translated
# to OUT: say() and N_(), C_() with its context, say_count() with both forms, and the meanings in the
# tables of the core.  No line numbers, no dates: the file changes when a text does.
string(REPLACE "," ";" texts "${TEXTS}")
execute_process(
  COMMAND ${XGETTEXT} --language=C --from-code=UTF-8 --no-location --sort-output --no-wrap
          --add-comments=TRANSLATORS --package-name=trillion-parameter-diplomacy
          --keyword --keyword=N_ --keyword=C_:1c,2 --keyword=say:2 --keyword=say_count:2,3
          --keyword=TRACK:6 --keyword=VERB:4 --keyword=NUMBER:6 --keyword=TERM:5 --keyword=MSGID --keyword=LEVEL:5
          --output=${OUT}.new ${texts}
  WORKING_DIRECTORY ${TOP} COMMAND_ERROR_IS_FATAL ANY)
file(READ ${OUT}.new pot)
string(FIND "${pot}" "\n\n" header_end) # it holds a date and the version of the tool
string(SUBSTRING "${pot}" ${header_end} -1 pot)
file(WRITE ${OUT} [=[
# The texts of the source that are to be translated: made by `--target pot`.
msgid ""
msgstr ""
"Project-Id-Version: trillion-parameter-diplomacy\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n"
]=])
string(SUBSTRING "${pot}" 1 -1 pot)
file(APPEND ${OUT} "${pot}")
file(REMOVE ${OUT}.new)
