# Runs an example and compares what it prints with a file.
# usage: cmake -DPROGRAM=FILE -DARGUMENT=TEXT -DEXPECTED=FILE [-DUPDATE=1] -P run_example.cmake
execute_process(COMMAND "${PROGRAM}" "${ARGUMENT}" OUTPUT_VARIABLE found ERROR_VARIABLE errors RESULT_VARIABLE code)
if(NOT code EQUAL 0 OR NOT errors STREQUAL "")
  message(FATAL_ERROR "${PROGRAM} ended with ${code}: ${errors}")
endif()
if(UPDATE)
  file(WRITE "${EXPECTED}" "${found}")
endif()
file(READ "${EXPECTED}" expected)
if(NOT found STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\nfound:\n${found}")
endif()
