# SPDX-License-Identifier: MIT
#
# What CPack makes: a source tarball (target package_source), a TGZ, and Debian
# packages of the library, its development files and the tool. For those,
# configure with -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_SHARED_LIBS=ON.
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_VENDOR "the azsreg developers")
set(CPACK_PACKAGE_CONTACT "azsreg developers <azsreg@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each component has its own
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_SOURCE_DIR}/archives.cmake")
set(CPACK_GENERATOR TGZ)
find_program(DPKG_DEB dpkg-deb)
if(DPKG_DEB)
  list(APPEND CPACK_GENERATOR DEB)
endif()

# What is in the source directory but not of the sources. The names are regular
# expressions for whole paths, so that of the directory is quoted.
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" source_dir "${PROJECT_SOURCE_DIR}")
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" binary_dir "${PROJECT_BINARY_DIR}")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME "azsreg-${PROJECT_VERSION}")
set(CPACK_SOURCE_IGNORE_FILES "^${source_dir}/[.]git(/|$)" "^${source_dir}/build[^/]*/" "^${binary_dir}/")

# ---- Debian ------------------------------------------------------------------
set(library "libazsreg${azsreg_interface_version}")
set(about "It maps the error codes that the Azure Stack registration service answers
with when a tenant is added to a registration, renders the documented
message with the caller's own values in place, and gives the comment that
explains the cause and the way out.
.")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL development)
if(AZSREG_BUILD_TOOL)
  list(APPEND CPACK_COMPONENTS_ALL tool)
endif()
if(BUILD_SHARED_LIBS)
  list(APPEND CPACK_COMPONENTS_ALL runtime)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library} (= ${PROJECT_VERSION})")
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE azsreg)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/src/library")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")

# The first line of a description is the synopsis.
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME "${library}")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_SOURCE_DIR}/triggers")
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
  "error codes of Azure Stack tenant registration (library)
${about}
This package has the shared library.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libazsreg-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
  "error codes of Azure Stack tenant registration (development files)
${about}
This package has the headers and the manual, and what CMake and pkg-config
need to find the library.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME azsreg)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_TOOL_DESCRIPTION
  "explain the error codes of Azure Stack tenant registration
${about}
This package has the command azsreg, which does so in a shell.")

# Before CMake 3.19 CPack does not run this, and the packages lack some of what
# Debian's policy asks for.
configure_file(debian.cmake.in debian.cmake @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_BINARY_DIR}/debian.cmake")

include(CPack)
