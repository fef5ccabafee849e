#!/bin/sh
# Search as the reader's browser does it, without a browser: the engine of the default theme over the index of built portals.
#
#     tests/search/run.sh REPORTAL
#
# The demo portal answers the questions of questions.txt; there, and on the portal of ../shared/corpus where it is present, what is found
# equals a plain scan of all texts. On a portal of 10,000 cases a first query stays small. Needs node; without it the test is skipped with a notice.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(dirname "$(dirname "$here")")
binary=$1
if ! command -v node >/dev/null; then
  echo 'skipped: node is not here'
  echo '0 passed, 0 failed'
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# build CONTENT SITE: builds a portal, or ends the test.
build() {
  "$binary" build --lang en "$1" -o "$2" >"$work/output" 2>&1 && return
  cat "$work/output"
  echo '0 passed, 1 failed'
  exit 1
}

build "$root/content" "$work/demo"
set -- "$work/demo"
if "$root/tests/corpus/make_content.sh" "$work/content"; then
  build "$work/content" "$work/corpus"
  set -- "$@" "$work/corpus"
fi
engine=$root/themes/default/assets/search-engine.js
python3 "$root/tests/bench/make_corpus.py" 10000 "$work/bench"
build "$work/bench/content" "$work/large"

node "$here/check.mjs" "$engine" "$here/questions.txt" "$@" | tee "$work/found"
node "$here/large.mjs" "$engine" "$work/large" | tee "$work/moved"
cat "$work/found" "$work/moved" | awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3; parts++ }
  END { if (parts != 2) failed++; print passed + 0 " passed, " failed + 0 " failed"; exit failed > 0 }'
