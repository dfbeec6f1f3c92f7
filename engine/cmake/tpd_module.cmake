# One folder of engine/ = one module.
#
#   tpd_module(NAME [EXECUTABLE program] [DEPENDS module...] [HEADERS header...] [LIBRARIES target...])
#
# The module is the static library tpd_NAME, or the named program, of every .c file in its folder.
# DEPENDS is both what it links and what its files may include; HEADERS are the headers from outside
# the project that it alone may use.  tests/checks/layers.cmake reads the same lists.
function(tpd_module NAME)
  cmake_parse_arguments(ARG "" "EXECUTABLE" "DEPENDS;HEADERS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/engine/${NAME}/*.c)
  if(ARG_EXECUTABLE)
    set(target ${ARG_EXECUTABLE})
    add_executable(${target} ${sources})
  else()
    set(target tpd_${NAME})
    add_library(${target} STATIC ${sources})
    # libtpd.so is made of modules, and shows nobody what they call their functions.
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
  endif()
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/engine)
  target_compile_options(${target} PRIVATE ${TPD_WARNINGS})
  if(NOT NAME STREQUAL core) # C_EXTENSIONS OFF hides POSIX, which is as it should be in core only
    target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L)
  endif()
  list(TRANSFORM ARG_DEPENDS PREPEND tpd_ OUTPUT_VARIABLE libraries)
  target_link_libraries(${target} PUBLIC ${libraries} PRIVATE ${ARG_LIBRARIES})

  string(JOIN " " depends ${ARG_DEPENDS})
  string(JOIN " " headers ${ARG_HEADERS})
  set_property(GLOBAL APPEND PROPERTY TPD_LAYERS "${NAME}: ${depends} | ${headers}")
endfunction()

set(TPD_WARNINGS
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
  -Wundef -Wcast-qual -Wwrite-strings -Wvla -Wformat=2
  -Wimplicit-fallthrough -Wswitch-enum)
