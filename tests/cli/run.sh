#!/bin/sh
# Runs one case of the command line: run.sh TILTAK CASE [--update]
#
# A case is a folder with `cmd`, a line of shell that calls tiltak, and what it must give:
# expected.stdout, expected.stderr (missing: nothing) and expected.code (missing: 0). It runs in a
# fresh copy of the folder, without colours, so cases cannot see one another. --update writes what
# came out as what is expected.
set -eu

tiltak=$1 case=$2 update=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

cp -R "$case/." "$work/case"
mkdir "$work/bin"
ln -s "$tiltak" "$work/bin/tiltak"
code=0
(cd "$work/case" && PATH=$work/bin:$PATH NO_COLOR=1 TERM=dumb LC_ALL=C.UTF-8 sh ./cmd) \
  >"$work/stdout" 2>"$work/stderr" </dev/null || code=$?
echo "$code" >"$work/code"

keep() { # file, content when the file is missing
  printf '%s' "$2" >"$work/default"
  if cmp -s "$work/$1" "$work/default"; then rm -f "$case/expected.$1"; else cp "$work/$1" "$case/expected.$1"; fi
}
compare() {
  expected=$case/expected.$1
  [ -e "$expected" ] || { printf '%s' "$2" >"$work/default"; expected=$work/default; }
  diff -u "$expected" "$work/$1"
}

zero='0
'
if [ "$update" = --update ]; then
  keep stdout '' && keep stderr '' && keep code "$zero"
  exit
fi
wrong=0
compare stdout '' || wrong=1
compare stderr '' || wrong=1
compare code "$zero" || wrong=1
exit "$wrong"
