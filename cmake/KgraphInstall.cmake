# Installs the library, its headers, the tools and their man pages, and what other projects need to find them:
# find_package(kgraph) with the target kgraph::kgraph, and pkg-config's kgraph.pc.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/kgraph")

# ---- library and headers
install(TARGETS kgraph EXPORT kgraph-targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/kgraph" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  FILES_MATCHING PATTERN "*.hpp")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# ---- tools: every executable of tools/ whose name starts with kgraph- (tools/man installs the pages)
if(KGRAPH_TOOLS)
  get_property(tools DIRECTORY "${PROJECT_SOURCE_DIR}/tools" PROPERTY BUILDSYSTEM_TARGETS)
  list(FILTER tools INCLUDE REGEX "^kgraph-")
  file(RELATIVE_PATH bin_to_lib "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}")
  foreach(tool IN LISTS tools)
    get_target_property(type ${tool} TYPE)
    if(type STREQUAL "EXECUTABLE")
      set_property(TARGET ${tool} PROPERTY INSTALL_RPATH "$<$<BOOL:${BUILD_SHARED_LIBS}>:$ORIGIN/${bin_to_lib}>")
      install(TARGETS ${tool} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    endif()
  endforeach()
endif()

# ---- package config: before 1.0 a new minor version may break what was built with the last one
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
else()
  set(compatibility SameMajorVersion)
endif()
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/kgraph-config.cmake.in"
  "${PROJECT_BINARY_DIR}/kgraph-config.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/kgraph-config-version.cmake" COMPATIBILITY ${compatibility})
install(EXPORT kgraph-targets NAMESPACE kgraph:: DESTINATION "${package_dir}")
install(FILES "${PROJECT_BINARY_DIR}/kgraph-config.cmake" "${PROJECT_BINARY_DIR}/kgraph-config-version.cmake"
  DESTINATION "${package_dir}")

# ---- pkg-config: paths relative to the file itself, so that the whole prefix may be moved
file(RELATIVE_PATH pc_to_prefix "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/kgraph.pc.in" "${PROJECT_BINARY_DIR}/kgraph.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/kgraph.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
