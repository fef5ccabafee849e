#!/bin/sh
# Lighthouse over the portal of content/; see run.mjs. Apart from the other tests of the site, since what it runs on is 190 MB in node_modules/.
#
#     tests/browser/lighthouse/run.sh GENERATOR
#
# Needs chromium, nodejs and npm; what package.json names is installed beside it, as package-lock.json pins it.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/../prepare.sh"
prepare "$here"
exec node "$here/run.mjs" "$1" "$chromium"
