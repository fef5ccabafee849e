#!/bin/sh
# Makes the content folder of the corpus portal: tests/corpus/content and the texts of ../shared/corpus, which are no part of the project.
#
#     tests/corpus/make_content.sh CONTENT
#
# Exit code 3 if the texts are not on this machine.

set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
corpus=$here/../../../shared/corpus
[ -d "$corpus" ] || exit 3
cp -r "$here/content" "$1"
for file in "$corpus"/*.txt; do
  case ${file##*/} in
    001_* | 004_*) cp "$file" "$1/reports/" ;;
    *) cp "$file" "$1/articles/" ;;
  esac
done
