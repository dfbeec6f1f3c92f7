# cmake -D FOLDER=… -P scratch.cmake -- COMMAND…: runs COMMAND in a fresh, empty FOLDER.
cmake_minimum_required(VERSION 3.21)
include(${CMAKE_CURRENT_LIST_DIR}/arguments.cmake)
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
execute_process(COMMAND ${command} WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result)
if(NOT result STREQUAL 0)
  message(FATAL_ERROR "it ended with ${result}")
endif()
