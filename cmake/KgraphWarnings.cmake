# Warnings for our own targets only; a user who adds kgraph as a subdirectory keeps theirs.
function(kgraph_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                         $<$<BOOL:${KGRAPH_WERROR}>:-Werror>)
  # gcc 12 sees overlapping copies in every optimized `"text" + std::string` (gcc bug 105651, mended in gcc 13).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
endfunction()
