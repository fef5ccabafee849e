#!/bin/sh
# Lighthouse over the portal of content/; see run.mjs. Not run by `./reportal test`: what it runs on is 190 MB in node_modules/.
#
#     tests/browser/lighthouse/run.sh GENERATOR
#
# Needs chromium, nodejs and npm; what package.json names is installed beside it, as package-lock.json pins it.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { echo 'skipped: no Chromium here'; exit 0; }
if ! cmp -s "$here/package-lock.json" "$here/node_modules/installed-lock.json"; then
  npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund >&2 || { echo 'skipped: npm could not install Lighthouse'; exit 0; }
  cp "$here/package-lock.json" "$here/node_modules/installed-lock.json"
fi
exec node "$here/run.mjs" "$1" "$chromium"
