#!/bin/sh
# Search as the reader's browser does it, without a browser: the engine of the default theme over the index of built portals.
#
#     tests/search/run.sh REPORTAL
#
# The demo portal answers the questions of questions.txt; there, and on the portal of ../shared/corpus where it is present, what is found
# equals a plain scan of all texts. Needs node; without it the test is skipped with a notice.

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
node "$here/check.mjs" "$root/themes/default/assets/search-engine.js" "$here/questions.txt" "$@"
