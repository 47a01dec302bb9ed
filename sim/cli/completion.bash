# Completion of tiltak's commands and options in bash. It asks the program itself (--help), so that
# it always knows what the installed version knows; everything else completes to files.

_tiltak() {
  local word=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]} command="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} == -* ]] || { command=${COMP_WORDS[i]} && break; }
  done

  local help
  help=$("$program" ${command:+"$command"} --help 2>/dev/null) || return 0
  if [[ $word == -* ]]; then
    local options
    options=$(grep -oE '^ +-[^ ]+' <<<"$help" | grep -oE -- '--?[A-Za-z][A-Za-z-]*')
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ -z $command ]]; then
    local commands
    commands=$(sed -n '/^Subcommands:/,$s/^  \([a-z]*\)  .*/\1/p' <<<"$help")
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
  fi
}

# Where nothing above fits, files are offered.
complete -o default -F _tiltak tiltak
