# Writes the manual pages: tiltak.1 and one page a command, as git has them, from what the program
# itself says with --help. Called as a build step with -DPROGRAM, -DVERSION,
# -DHELP2MAN, -DGZIP and -DDIR.

# page(NAME SUMMARY COMMAND): NAME.1.gz from `COMMAND --help`.
function(page name summary)
  execute_process(COMMAND ${HELP2MAN} --no-info --name=${summary} --section=1
                          --manual=tiltak --source=tiltak --version-string=${VERSION}
                          --output=${DIR}/${name}.1 "${ARGN}"
                  COMMAND_ERROR_IS_FATAL ANY)
  # help2man names the page after the program; ours are named after the command as well.
  file(READ ${DIR}/${name}.1 text)
  string(TOUPPER ${name} title)
  string(REGEX REPLACE "\n\\.TH [^ ]+ " "\n.TH ${title} " text "${text}")
  string(REGEX REPLACE "(\n\\.SH NAME\n)tiltak ?[a-z]* " "\\1${name} " text "${text}")
  file(WRITE ${DIR}/${name}.1 "${text}")
  execute_process(COMMAND ${GZIP} -9nf ${DIR}/${name}.1 COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${DIR})
file(MAKE_DIRECTORY ${DIR})
execute_process(COMMAND ${PROGRAM} --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
page(tiltak "labour-market simulator for appropriations to measures" ${PROGRAM})

# "Subcommands:" is followed by a line for each: two blanks, the name, what it does.
string(REGEX REPLACE "^.*\nSubcommands:\n" "" commands "${help}")
string(REPLACE ";" "," commands "${commands}") # CMake's own separator
string(REGEX MATCHALL "(^|\n)  [a-z]+  +[^\n]+" commands "${commands}")
foreach(line IN LISTS commands)
  string(REGEX MATCH "^\n?  ([a-z]+)  +(.*)$" line "${line}")
  set(command ${CMAKE_MATCH_1})
  set(summary ${CMAKE_MATCH_2})
  page(tiltak-${command} "${summary}" "${PROGRAM} ${command}")
endforeach()
