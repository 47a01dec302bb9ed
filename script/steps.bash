# What the scripts of this folder share: where the repository is, how they speak, how they fail.
# Source it first; it stops the script at the first error with one line that says what failed.

set -euEo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
me=script/$(basename "$0")
doing="starting"

say() { printf '%s: %s\n' "$me" "$*"; }

# fail MESSAGE: the one line, on standard error; exit status 1.
fail() {
  trap - ERR
  printf '%s: failed: %s\n' "$me" "$*" >&2
  exit 1
}

# now WHAT: names what is being done, for the reader and for the line printed when it fails.
now() {
  doing=$*
  say "$doing"
}

trap 'fail "$doing (line $LINENO of ${BASH_SOURCE[0]#"$root"/})"' ERR
trap 'trap - ERR; printf "\n%s: interrupted: %s\n" "$me" "$doing" >&2; exit 130' INT

# elapsed: minutes and seconds since the script began.
elapsed() { printf '%d min %02d s' $((SECONDS / 60)) $((SECONDS % 60)); }
