#!/bin/sh
# The installed program works away from its source tree: it finds its own templates and themes, makes a portal and builds it, as the
# README tells a newcomer to.
#
#     tests/install/run.sh BUILD

set -u
tests=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix="$work/an installation"
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

check 'installing' cmake --install "$build" --prefix "$prefix"
reportal="$prefix/bin/reportal"
check 'the program says its version' "$reportal" --version

# A mark in an installed file tells it from the same file of the source tree.
style=$(find "$prefix/share/reportal/themes/default" -name '*.css' | head -n 1)
check 'a style sheet is installed' test -n "$style"
printf '\n/*! from the installation */\n' >>"$style"

mkdir "$work/elsewhere"
cd "$work/elsewhere" || exit 1
for language in zh en; do
  check "a new portal ($language)" "$reportal" new portal "portal-$language" --lang "$language"
  for kind in report case article page; do
    check "a new $kind ($language)" "$reportal" new "$kind" "my-$kind" --content "portal-$language/content" --lang "$language"
  done
  check "building it ($language)" "$reportal" build "portal-$language/content" -o "site-$language" --strict
  for page in index.html reports/my-report/index.html cases/my-case.html articles/my-article.html my-page.html; do
    check "$page is there ($language)" test -f "site-$language/$page"
  done
  check "with the installed theme ($language)" grep -rq 'from the installation' "site-$language/assets"
done

check 'its preview' python3 "$tests/serve/run.py" "$reportal"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
