#!/bin/sh
# Runs one golden command test: run_case.sh [--update] TOOLS_DIR CASE_DIR
#
# A case is a folder tests/cli/<tool>/<case>/ with
#   cmd     a line of POSIX sh, run in a scratch folder that holds copies of ../../fixtures/* and of the case's in.*
#           files and folders, with TOOLS_DIR first in PATH
#   out     the standard output expected, byte for byte (absent: nothing)
#   err     the standard error expected (absent: nothing)
#   rc      the exit code expected (absent: 0)
# With --update the three files are written from what the command gives: read the difference before you keep it.
# All cases at once: for c in tests/cli/*/*/cmd; do tests/cli/run_case.sh --update build/release/tools "${c%/cmd}"; done
set -u
update=no
if [ "$1" = --update ]; then
  update=yes
  shift
fi
tools=$(cd "$1" && pwd) || exit 2
case=$(cd "$2" && pwd) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

mkdir "$scratch/here"
cp -R "$case/../../fixtures/." "$scratch/here/"
for file in "$case"/in.*; do
  if [ -e "$file" ]; then cp -R "$file" "$scratch/here/"; fi
done

# No colour, locale or terminal of the caller may show in the result.
(cd "$scratch/here" && env -i PATH="$tools:/usr/bin:/bin" LC_ALL=C.UTF-8 TERM=dumb \
  ASAN_OPTIONS="${ASAN_OPTIONS:-}" TSAN_OPTIONS="${TSAN_OPTIONS:-}" \
  sh "$case/cmd" </dev/null >"$scratch/out" 2>"$scratch/err")
echo $? >"$scratch/rc"

# Absent expectations mean: no output, exit code 0.
expected() {
  if [ -e "$case/$1" ]; then cat "$case/$1"; elif [ "$1" = rc ]; then echo 0; fi
}

failed=0
for stream in rc out err; do
  if [ $update = yes ]; then
    rm -f "$case/$stream"
    if expected "$stream" | cmp -s - "$scratch/$stream"; then continue; fi
    cp "$scratch/$stream" "$case/$stream"
  elif ! expected "$stream" | cmp -s - "$scratch/$stream"; then
    echo "$case/$stream differs (- expected, + found):"
    expected "$stream" | diff -u - "$scratch/$stream" | sed 1,2d
    failed=1
  fi
done
exit $failed
