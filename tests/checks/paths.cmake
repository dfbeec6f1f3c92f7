cmake_minimum_required(VERSION 3.21)
# Fails if a tracked file below TOP names a folder of somebody's machine.  The copies of the
# specification are not ours to change.
find_program(GIT git)
set(untracked "")
if(UNTRACKED) # for planted faults
  set(untracked --no-index)
elseif(NOT GIT OR NOT EXISTS ${TOP}/.git)
  message("machine paths: this is no git checkout, the check is skipped")
  return()
endif()
string(LENGTH "${TOP}" length)
set(here "")
if(length GREATER 8) # a checkout in /src is no telling name
  set(here -e "${TOP}/")
endif()
set(spot "(^|[^A-Za-z0-9_.~$}-])/")
execute_process(
  COMMAND ${GIT} grep ${untracked} -n -I -E ${here} -e "${spot}(home|Users|work)/[a-z]" -e "${spot}root/[.a-z]"
          -- . ":!rules/RULES.md" ":!tests/TRACE.md" ":!tests/golden/conformance"
  WORKING_DIRECTORY ${TOP} RESULT_VARIABLE result)
if(result EQUAL 0)
  message(FATAL_ERROR "these lines name a folder of one machine")
elseif(NOT result EQUAL 1)
  message(FATAL_ERROR "git grep ended with ${result}")
endif()
