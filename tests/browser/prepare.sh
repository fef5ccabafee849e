# What tests in a browser begin with; read in by their run.sh. Sets `chromium`, and installs into FOLDER/node_modules/ what its package.json names, as
# its package-lock.json pins it. Where this machine lacks something, the test ends, skipped.
#
#     . tests/browser/prepare.sh
#     prepare FOLDER

skip() {
  echo "skipped: $1"
  echo '0 passed, 0 failed'
  exit 0
}

prepare() {
  for program in node npm; do
    command -v "$program" >/dev/null || skip "no $program here"
  done
  chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip 'no Chromium here'
  if ! cmp -s "$1/package-lock.json" "$1/node_modules/installed-lock.json"; then
    npm ci --prefix "$1" --ignore-scripts --fetch-retries=1 --no-audit --no-fund >&2 || skip 'npm could not install what the test runs on'
    cp "$1/package-lock.json" "$1/node_modules/installed-lock.json"
  fi
}
