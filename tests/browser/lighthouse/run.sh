#!/bin/sh
# Lighthouse over the portal of content/; see run.mjs. Apart from the other tests of the site, since what it runs on is 190 MB in node_modules/.
#
#     tests/browser/lighthouse/run.sh GENERATOR
#
# Needs chromium, nodejs and npm; what package.json names is installed beside it, as package-lock.json pins it.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

skip() {
  echo "skipped: $1"
  echo '0 passed, 0 failed'
  exit 0
}

for program in node npm; do
  command -v "$program" >/dev/null || skip "no $program here"
done
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip 'no Chromium here'

if ! cmp -s "$here/package-lock.json" "$here/node_modules/installed-lock.json"; then
  npm ci --prefix "$here" --ignore-scripts --fetch-retries=1 --no-audit --no-fund >&2 || skip 'npm could not install Lighthouse'
  cp "$here/package-lock.json" "$here/node_modules/installed-lock.json"
fi
exec node "$here/run.mjs" "$1" "$chromium"
