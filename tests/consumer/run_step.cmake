# One step of the consumer test; see CMakeLists.txt here.
cmake_minimum_required(VERSION 3.25)
set(prefix "${WORK_DIR}/prefix")
set(project_dir "${CMAKE_CURRENT_LIST_DIR}/project")
set(expected "3 actors, 2 ties; Mikoyan stands at the centre")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    string(REPLACE ";" " " command "${ARGN}")
    message(FATAL_ERROR "failed with ${result}: ${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(run_consumer program)
  run("${CMAKE_COMMAND}" -E env "LD_LIBRARY_PATH=${prefix}/${LIBDIR}:$ENV{LD_LIBRARY_PATH}" "${program}")
  string(STRIP "${output}" output)
  if(NOT output STREQUAL expected)
    message(FATAL_ERROR "the consumer printed\n${output}\nand not\n${expected}")
  endif()
endfunction()

if(STEP STREQUAL "install")
  # Moved afterwards, so that nothing works only because of where it was put first.
  file(REMOVE_RECURSE "${prefix}" "${WORK_DIR}/installed")
  run("${CMAKE_COMMAND}" --install "${BUILD_DIR}" --prefix "${WORK_DIR}/installed")
  file(RENAME "${WORK_DIR}/installed" "${prefix}")
  file(GLOB headers RELATIVE "${SOURCE_DIR}/include" "${SOURCE_DIR}/include/kgraph/*/*.hpp")
  foreach(header IN LISTS headers)
    if(NOT EXISTS "${prefix}/include/${header}")
      message(FATAL_ERROR "not installed: ${header}")
    endif()
  endforeach()

elseif(STEP STREQUAL "find_package")
  set(build "${WORK_DIR}/find_package")
  file(REMOVE_RECURSE "${build}")
  run("${CMAKE_COMMAND}" -S "${project_dir}" -B "${build}" -G "${GENERATOR}" "-DCMAKE_PREFIX_PATH=${prefix}"
      "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" "-DKGRAPH_VERSION=${VERSION}")
  run("${CMAKE_COMMAND}" --build "${build}")
  run_consumer("${build}/consumer")

elseif(STEP STREQUAL "pkg_config")
  run("${CMAKE_COMMAND}" -E env "PKG_CONFIG_PATH=${prefix}/${LIBDIR}/pkgconfig"
      pkg-config --cflags --libs --static kgraph)
  separate_arguments(kgraph_flags UNIX_COMMAND "${output}")
  separate_arguments(compiler_flags UNIX_COMMAND "${CXX_FLAGS}")
  file(MAKE_DIRECTORY "${WORK_DIR}")
  run("${CXX}" -std=c++20 ${compiler_flags} "${project_dir}/main.cpp" -o "${WORK_DIR}/consumer" ${kgraph_flags})
  run_consumer("${WORK_DIR}/consumer")

elseif(STEP STREQUAL "add_subdirectory")
  # Configured only: the project itself checks that it gets the library and nothing else.
  set(build "${WORK_DIR}/add_subdirectory")
  file(REMOVE_RECURSE "${build}")
  run("${CMAKE_COMMAND}" -S "${project_dir}" -B "${build}" -G "${GENERATOR}" "-DKGRAPH_SOURCE_DIR=${SOURCE_DIR}"
      "-DCMAKE_CXX_COMPILER=${CXX}")

else()
  message(FATAL_ERROR "unknown step: ${STEP}")
endif()
