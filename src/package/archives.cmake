# SPDX-License-Identifier: MIT
#
# Run by CPack for each of its generators. TGZ makes two archives: what is
# installed, and the two files of the target dropin.
if(CPACK_GENERATOR STREQUAL "TGZ" AND CPACK_INSTALL_CMAKE_PROJECTS) # not for the sources
  set(CPACK_COMPONENTS_ALL runtime development tool dropin)
  foreach(component IN ITEMS RUNTIME DEVELOPMENT TOOL)
    set(CPACK_COMPONENT_${component}_GROUP installed)
  endforeach()
  set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
  set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
  set(CPACK_ARCHIVE_INSTALLED_FILE_NAME "${CPACK_PACKAGE_FILE_NAME}")
  set(CPACK_ARCHIVE_DROPIN_FILE_NAME "${CPACK_PACKAGE_FILE_NAME}-dropin")
endif()
