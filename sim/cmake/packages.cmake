# Debian packages, by `cpack` in the build folder: tiltak (program, scenarios, pages), libtiltak-dev
# (libraries and headers) and, with TILTAK_MPI, tiltak-mpi (the program for ranks).
set(CPACK_GENERATOR DEB)
set(TILTAK_CONTACT "The tiltak authors <nobody@example.org>"
    CACHE STRING "who answers for the packages: NAME <ADDRESS>")
set(CPACK_PACKAGE_CONTACT ${TILTAK_CONTACT})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_COMPONENTS_ALL runtime dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME tiltak)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION science)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "\
Simulates what appropriations to labour-market measures give, for whom, and
whether they should follow the business cycle or stay stable: coupled worlds
with the same persons and the same luck, five years of monthly states, and
reports in Norwegian and English.")

# Static libraries: who links them needs what they were compiled against.
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libtiltak-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
    "libboost-dev, libeigen3-dev, libfmt-dev, libhdf5-dev, libhwy-dev, libnlopt-dev, \
libtbb-dev, libyaml-cpp-dev, pkg-config")
set(CPACK_COMPONENT_DEV_DESCRIPTION "\
The libraries of tiltak for programs of one's own: the simulated labour market
(tiltak::sim), reading and describing results (tiltak::analysis), and the
months, money and keyed random numbers both rest on (tiltak::core).")

set(packages runtime:tiltak dev:libtiltak-dev)
if(TILTAK_MPI)
  list(APPEND CPACK_COMPONENTS_ALL mpi)
  list(APPEND packages mpi:tiltak-mpi)
  set(CPACK_DEBIAN_MPI_PACKAGE_NAME tiltak-mpi)
  set(CPACK_DEBIAN_MPI_PACKAGE_SECTION science)
  set(CPACK_DEBIAN_MPI_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_MPI_PACKAGE_DEPENDS "tiltak, openmpi-bin")
  set(CPACK_COMPONENT_MPI_DESCRIPTION "\
Simulates one country on the ranks of mpirun, its persons and replications
shared out, with the results of one process to the bit.")
endif()

include(CPack)

# Debian wants licence and changes beside each package, the changes compressed: ours (CHANGELOG.md)
# and those of the packaging, of which there are none.
string(TIMESTAMP today "%a, %d %b %Y 00:00:00 +0000" UTC)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.Debian.in changelog.Debian @ONLY)
find_program(TILTAK_GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/changelog.gz
  COMMAND ${TILTAK_GZIP} -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > changelog.gz
  COMMAND ${TILTAK_GZIP} -9nc changelog.Debian > changelog.Debian.gz
  DEPENDS CHANGELOG.md ${CMAKE_BINARY_DIR}/changelog.Debian
  WORKING_DIRECTORY ${CMAKE_BINARY_DIR} VERBATIM)
add_custom_target(changelog ALL DEPENDS ${CMAKE_BINARY_DIR}/changelog.gz)
foreach(package IN LISTS packages)
  string(REPLACE ":" ";" package ${package})
  list(GET package 0 component)
  list(GET package 1 name)
  install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name}
          COMPONENT ${component})
  install(FILES ${CMAKE_BINARY_DIR}/changelog.gz ${CMAKE_BINARY_DIR}/changelog.Debian.gz
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name} COMPONENT ${component})
endforeach()
