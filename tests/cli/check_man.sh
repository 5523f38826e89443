#!/bin/sh
# Checks a man page: check_man.sh TOOLS_DIR SOURCE_DIR PAGE.md
#
# The page has the sections that every page has and refers to pages that exist; that of a tool documents the options that
# --help prints, each with its value, and no others; and its examples do something, without a word of complaint, where
# there is a data/corpus.
set -u
tools=$(cd "$1" && pwd) || exit 2
source=$2
page=$3
name=$(basename "$page" .md)
section=${name##*.}
name=${name%.*}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM
failed=0
fail() {
  echo "$name($section): $*"
  failed=1
}

wanted="NAME DESCRIPTION EXAMPLES SEE_ALSO"
if [ "$section" = 1 ]; then wanted="$wanted SYNOPSIS OPTIONS EXIT_STATUS"; fi
for heading in $wanted; do
  grep -q "^# $(echo "$heading" | tr _ ' ')\$" "$page" || fail "there is no section $heading"
done
if grep -n '@[A-Z_]*@' "$page"; then fail "a block of tools/man/shared is not known to tools/man/CMakeLists.txt"; fi

for other in $(sed -n 's/\*\*\(kgraph[a-z-]*\)\*\*(\([157]\))/\n\1.\2\n/gp' "$page" | grep '^kgraph[a-z-]*\.[157]$' | sort -u); do
  [ -e "$(dirname "$page")/$other.md" ] || fail "refers to $other, which has no page"
done

# Options, one a line: "-o", "--output FILE".
if [ "$section" = 1 ]; then
  "$tools/$name" --help | sed -n 's/^  \(-[A-Za-z],\|   \) \(--[a-z-]*\( [A-Z][A-Z]*\)\{0,1\}\).*/\1\n\2/p' |
    tr -d ' ,' | sed 's/^--[a-z-]*/& /; s/ $//' | grep . | sort >"$scratch/help"
  awk '/^# / { inside = $0 == "# OPTIONS" } /^:/ && inside && last ~ /^\*\*-/ { print last } { last = $0 }' "$page" |
    sed 's/, \*\*-/\n**-/g' | tr -d '*' | sort >"$scratch/page"
  diff "$scratch/help" "$scratch/page" >"$scratch/options" ||
    fail "options of --help (<) and of the page (>) differ:
$(cat "$scratch/options")"
fi

# Each block of lines of code in EXAMPLES becomes a file that the shell reads.
mkdir "$scratch/here" "$scratch/examples"
ln -s "$source/data" "$scratch/here/data"
awk -v folder="$scratch/examples" '
  /^# / { inside = $0 == "# EXAMPLES" }
  /^    / { if (inside) { if (!open) ++count; open = 1; print substr($0, 5) > (folder "/" count) } next }
  /./ { open = 0 }' "$page"
[ -e "$scratch/examples/1" ] || fail "there are no examples"
for example in "$scratch/examples"/*; do
  (cd "$scratch/here" && PATH="$tools:$PATH" sh -e "$example" </dev/null >"$scratch/out" 2>"$scratch/err") ||
    fail "an example fails:
$(cat "$example" "$scratch/err")"
  [ -s "$scratch/out" ] || fail "an example prints nothing:
$(cat "$example")"
  [ ! -s "$scratch/err" ] || fail "an example complains:
$(cat "$example" "$scratch/err")"
done
exit $failed
