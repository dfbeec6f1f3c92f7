cmake_minimum_required(VERSION 3.21)
# Fails if the objects of ARCHIVE call anything but these: no allocation, no files, no clock, no
# libc random numbers, no Lua.
set(allowed memchr memcmp memcpy memmove memset bcmp strchr strcmp strlen strncmp strspn strcspn
  strtol strtoul strtoull snprintf vsnprintf abort)
# What compilers call on their own: assert, stack protector, bit counts, coverage counters.
set(support "^(__assert_fail|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__popcount[ds]i2|__gcov_.*|llvm_gcov_.*|__(memcpy|memmove|memset|snprintf|vsnprintf)_chk)$")

execute_process(COMMAND ${NM} -u ${ARCHIVE} OUTPUT_VARIABLE out COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${NM} --defined-only ${ARCHIVE} OUTPUT_VARIABLE own COMMAND_ERROR_IS_FATAL ANY)
if(own STREQUAL "")
  message(FATAL_ERROR "${ARCHIVE} defines nothing")
endif()
string(REGEX MATCHALL "U [A-Za-z0-9_]+" symbols "${out}")
list(REMOVE_DUPLICATES symbols)
set(bad "")
foreach(symbol IN LISTS symbols)
  string(SUBSTRING ${symbol} 2 -1 symbol)
  if(symbol MATCHES "${support}" OR symbol IN_LIST allowed OR own MATCHES " [A-Z] ${symbol}\n")
    continue()
  endif()
  list(APPEND bad ${symbol})
endforeach()
if(bad)
  message(FATAL_ERROR "the core calls: ${bad}")
endif()
