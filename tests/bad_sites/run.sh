#!/bin/sh
# Checks broken portals and compares what is said of them, word for word.
#
#     tests/bad_sites/run.sh [--accept] REPORTAL
#
# Every folder here is a case: content/ is the portal, expected.txt the output of `reportal check --lang en content`. The exit code must be
# 1 where the last line counts errors, else 0. A case runs in a copy of its folder, where its make.sh, if it has one, first makes what git
# cannot hold (bad bytes, symbolic links). --accept writes the output as the new expectation.

set -u
accept=no
if [ "${1-}" = --accept ]; then
  accept=yes
  shift
fi
if [ $# -ne 1 ]; then
  echo "usage: $0 [--accept] REPORTAL" >&2
  exit 2
fi
case $1 in
  /*) reportal=$1 ;;
  *) reportal=$PWD/$1 ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

for folder in "$here"/*/; do
  name=$(basename "$folder")
  cp -R "$folder" "$work/$name"
  actual=$work/$name.actual
  (
    cd "$work/$name" || exit 3
    [ ! -f make.sh ] || sh ./make.sh || exit 3
    "$reportal" check --lang en content
  ) >"$actual" 2>&1
  code=$?
  case $(tail -n 1 "$actual") in
    "0 errors, "*) wanted=0 ;;
    *) wanted=1 ;;
  esac
  if [ $code -ne $wanted ]; then
    echo "FAILED $name: exit code $code, not $wanted"
    cat "$actual"
    failed=$((failed + 1))
  elif [ $accept = yes ]; then
    cp "$actual" "$folder/expected.txt"
    passed=$((passed + 1))
  elif diff -u "$folder/expected.txt" "$actual"; then
    passed=$((passed + 1))
  else
    echo "FAILED $name"
    failed=$((failed + 1))
  fi
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
