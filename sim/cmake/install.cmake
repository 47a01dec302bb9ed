# What `cmake --install` lays down: the program with its pages and data (component runtime), the
# libraries with their headers and find_package files (component dev).
set(TILTAK_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/tiltak)

install(TARGETS tiltak RUNTIME COMPONENT runtime)
if(TILTAK_MPI)
  install(TARGETS tiltak-mpi RUNTIME COMPONENT mpi)
endif()
foreach(library core sim analysis study optimise)
  if(TARGET tiltak_${library})
    set_target_properties(tiltak_${library} PROPERTIES EXPORT_NAME ${library})
    install(TARGETS tiltak_${library} EXPORT tiltakTargets
            ARCHIVE COMPONENT dev FILE_SET HEADERS COMPONENT dev)
  endif()
endforeach()

install(EXPORT tiltakTargets NAMESPACE tiltak:: DESTINATION ${TILTAK_CMAKE_DIR} COMPONENT dev)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/tiltakConfig.cmake.in tiltakConfig.cmake
                              INSTALL_DESTINATION ${TILTAK_CMAKE_DIR})
write_basic_package_version_file(tiltakConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tiltakConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/tiltakConfigVersion.cmake
        DESTINATION ${TILTAK_CMAKE_DIR} COMPONENT dev)

# The scenarios keep their folders, so that paths from one file to another go on being right.
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/tiltak COMPONENT runtime OPTIONAL)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime
        FILES_MATCHING PATTERN "*.md" PATTERN "*.py" PATTERN "*.svg" PATTERN "*.png")
install(FILES CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
install(FILES sim/cli/completion.bash RENAME tiltak COMPONENT runtime
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(DIRECTORY ${TILTAK_MANUAL_DIR}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
        COMPONENT runtime OPTIONAL)
