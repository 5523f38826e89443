#!/bin/sh
# Checks that `TOOL --help` and `TOOL -h` work, fit a screen, and say what they must: check_help.sh TOOL_FILE
set -u
fail() {
  echo "$(basename "$1"): $2"
  exit 1
}
help=$("$1" --help 2>&1) || fail "$1" "--help does not exit with 0"
[ "$help" = "$("$1" -h 2>&1)" ] || fail "$1" "-h and --help differ"
case $help in
"Usage: $(basename "$1") "*) ;;
*) fail "$1" "--help does not begin with the usage" ;;
esac
for word in "Example: $(basename "$1")" --help --version --quiet --verbose --output --overwrite "Exit code"; do
  case $help in
  *"$word"*) ;;
  *) fail "$1" "--help does not mention $word" ;;
  esac
done
[ "$(printf '%s\n' "$help" | wc -l)" -le 45 ] || fail "$1" "--help has more than 45 lines"
if printf '%s\n' "$help" | grep -n '.\{91,\}'; then fail "$1" "--help has lines of more than 90 characters"; fi
version=$("$1" --version 2>&1) || fail "$1" "--version does not exit with 0"
case $version in
"$(basename "$1") (kgraph) "[0-9]*) exit 0 ;;
*) fail "$1" "--version does not begin with name and number" ;;
esac
