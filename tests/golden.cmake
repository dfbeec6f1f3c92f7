# Golden files: text of which a reviewer reads the diff.  Run as a script this file compares one
# golden file with what its command prints now, or (BLESS) writes it anew.

# tpd_golden(NAME GOLDEN COMMAND program argument... [EXIT code] [INPUT file] [LABELS label...])
#
# The ctest NAME runs the command from the top of the source tree, so that paths in the output are
# short and the same everywhere, and fails with a diff unless the output equals GOLDEN (a path below
# tests/golden/).  The output is what the command prints on stdout, and after a line `stderr:` what
# it prints there, if anything.  The exit code must be EXIT (0 if not given): a crash is never
# blessed.  INPUT, a path below the top, becomes its stdin, which is empty otherwise.  `program` may
# be a target; an argument may hold neither `;` nor a lone bracket (cmake's lists).
# `cmake --build build/release --target bless` makes all golden files anew,
# `--target bless_NAME` one of them (with _ for what is no letter or digit).
function(tpd_golden NAME GOLDEN)
  cmake_parse_arguments(ARG "" "EXIT;INPUT" "COMMAND;LABELS" ${ARGN})
  if(NOT ARG_EXIT)
    set(ARG_EXIT 0)
  endif()
  list(POP_FRONT ARG_COMMAND program)
  set(depends "")
  if(TARGET ${program})
    set(depends ${program})
    set(program $<TARGET_FILE:${program}>)
  endif()
  string(MAKE_C_IDENTIFIER ${NAME} id)
  set(run ${CMAKE_COMMAND}
    -D GOLDEN=${PROJECT_SOURCE_DIR}/tests/golden/${GOLDEN} -D TOP=${PROJECT_SOURCE_DIR}
    -D OUT=${PROJECT_BINARY_DIR}/golden/${id} -D EXIT=${ARG_EXIT} -D INPUT=${ARG_INPUT})
  set(script -P ${PROJECT_SOURCE_DIR}/tests/golden.cmake -- ${program} ${ARG_COMMAND})
  add_test(NAME ${NAME} COMMAND ${run} ${script})
  set_tests_properties(${NAME} PROPERTIES LABELS "golden;${ARG_LABELS}" TIMEOUT 120)

  if(NOT TARGET bless)
    add_custom_target(bless COMMENT "Golden files are new: read `git diff tests/golden` before the code's")
  endif()
  add_custom_target(bless_${id} COMMAND ${run} -D BLESS=ON ${script} DEPENDS ${depends} VERBATIM)
  add_dependencies(bless bless_${id})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

cmake_minimum_required(VERSION 3.21)
include(${CMAKE_CURRENT_LIST_DIR}/arguments.cmake)
if(INPUT)
  set(input INPUT_FILE ${TOP}/${INPUT})
else()
  set(input INPUT_FILE /dev/null)
endif()
get_filename_component(folder ${OUT} DIRECTORY)
file(MAKE_DIRECTORY ${folder})
execute_process(COMMAND ${command} WORKING_DIRECTORY ${TOP} ${input}
  OUTPUT_FILE ${OUT}.txt ERROR_FILE ${OUT}.err RESULT_VARIABLE result)
file(SIZE ${OUT}.err size)
if(size GREATER 0)
  execute_process(COMMAND sh -c "echo stderr: >>\"$1.txt\" && cat \"$1.err\" >>\"$1.txt\"" sh ${OUT})
endif()
string(JOIN " " line ${command})
if(NOT result STREQUAL EXIT)
  execute_process(COMMAND tail -n 20 ${OUT}.txt)
  message("${line}")
  message(FATAL_ERROR "it ended with ${result}, expected was ${EXIT}")
endif()
if(BLESS)
  file(COPY_FILE ${OUT}.txt ${GOLDEN} ONLY_IF_DIFFERENT)
  return()
endif()
execute_process(COMMAND sh -c "exec 2>&1; diff -u \"$1\" \"$2\" | head -n 60" sh ${GOLDEN} ${OUT}.txt
  OUTPUT_VARIABLE diff)
if(NOT diff STREQUAL "")
  message("${line}\n${diff}")
  message(FATAL_ERROR "the output is not the golden file's (- golden, + now)")
endif()
