cmake_minimum_required(VERSION 3.21)
# Extracts the texts of the source to OUT and compares them with assets/po/tpd.pot.
include(${TOP}/assets/po/extract.cmake)
execute_process(COMMAND sh -c "exec 2>&1; diff -u \"$1\" \"$2\" | head -n 40" sh ${TOP}/assets/po/tpd.pot ${OUT}
  OUTPUT_VARIABLE diff)
if(NOT diff STREQUAL "")
  message("${diff}")
  message(FATAL_ERROR "tpd.pot is not what the source says (- file, + source): run --target po")
endif()
