#!/bin/sh
# Same input, same bytes: whatever the number of threads, the folder, the time zone, the locale, the order of files on the disk; and a build
# in which nothing changed writes nothing.
#
#     tests/determinism/run.sh REPORTAL

set -u
binary=$1
content=$(CDPATH='' cd -- "$(dirname -- "$0")/../../content" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check WHAT COMMAND …: the command succeeds, or its output is shown.
check() {
  what=$1
  shift
  if "$@" >"$work/output" 2>&1; then
    passed=$((passed + 1))
  else
    echo "FAILED $what"
    cat "$work/output"
    failed=$((failed + 1))
  fi
}

# Every file and folder of a site with its time, its inode and its size.
state() { (cd "$1" && find . -printf '%p %T@ %i %s\n' | sort); }

mkdir -p "$work/one" "$work/two/另一个 folder"
cp -R "$content" "$work/one/content"
# The second copy is made backwards, so that folders list their files in another order.
(cd "$content" && find . -type f | sort -r | while IFS= read -r file; do
  mkdir -p "$work/two/另一个 folder/content/$(dirname "$file")" && cp "$file" "$work/two/另一个 folder/content/$file"
done)

first=$work/one/site
second="$work/two/另一个 folder/out/site"
mkdir -p "$(dirname "$second")"

check 'a build with one thread' env -C "$work/one" TZ=Asia/Shanghai LC_ALL=C "$binary" build --jobs 1
check 'a build with four threads, elsewhere' env -C "$work/two" TZ=America/Los_Angeles LC_ALL=zh_CN.UTF-8 \
  "$binary" build "$work/two/另一个 folder/content" --output "$second" --jobs 4
check 'pages were made' test -f "$first/index.html"
check 'the same bytes' diff -r --exclude=.reportal "$first" "$second"

state "$first" >"$work/before"
check 'a second build' env -C "$work/one" TZ=Pacific/Auckland "$binary" build --jobs 3
state "$first" >"$work/after"
check 'a second build writes nothing' diff "$work/before" "$work/after"

check 'check' env -C "$work/one" "$binary" check
state "$first" >"$work/after"
check 'check writes nothing' diff "$work/before" "$work/after"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
