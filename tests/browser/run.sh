#!/bin/sh
# Opens the portal of content/ in Chromium and tries everything a reader does there; see run.mjs.
#
#     tests/browser/run.sh GENERATOR
#
# Needs chromium, nodejs and npm; what package.json names is installed beside it, in node_modules/, as package-lock.json pins it.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
generator=$1
. "$here/prepare.sh"
prepare "$here"
exec node "$here/run.mjs" "$generator" "$chromium"
