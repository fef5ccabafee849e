#!/bin/sh
# Runs every test: one line a part, and what went wrong in it.
#
#     tests/run.sh BUILD [--accept] [PART …]
#
# Parts: unit rooms spec printer bad_sites sites serve hard import pdf publish determinism data search corpus install browser lighthouse.
#
# BUILD is the folder that CMake built into. --accept has the parts that compare with stored output (spec, bad_sites, sites) store what came
# out, to be read before it is committed. A part ends with `N passed, N failed`; one that does not, that ends with an error, or
# that tested nothing without saying `skipped`, counts as failed. The last line sums up; the exit code is 1 if anything failed.

set -u
tests=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
build=$(CDPATH='' cd -- "$1" && pwd -P) || exit 2
shift
accept=''
parts=''
for argument in "$@"; do
  case $argument in
    --accept) accept=--accept ;;
    unit | rooms | spec | printer | bad_sites | sites | serve | hard | import | pdf | publish | determinism | data | search | corpus | install | browser | lighthouse)
      parts="$parts $argument" ;;
    *)
      echo "tests/run.sh: unknown part $argument" >&2
      exit 2 ;;
  esac
done
binary=$build/generator/reportal
output=$(mktemp)
trap 'rm -f "$output"' EXIT
trap 'exit 130' INT TERM

all_passed=0
all_failed=0

wanted() {
  case "${parts:- $1} " in
    *" $1 "*) return 0 ;;
    *) return 1 ;;
  esac
}

# counts: prints "PASSED FAILED" from the end of a part's output. Catch2 counts its test cases in words of its own.
counts() {
  sed -n -e 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' \
    -e 's/^All tests passed (.* in \([0-9]*\) test cases*)$/\1 0/p' \
    -e 's/^test cases: .*| *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 \2/p' \
    -e 's/^test cases: *[0-9]* | *\([0-9]*\) failed$/0 \1/p' "$output" | tail -n 1
}

# part NAME COMMAND …: runs one part and adds what it counted.
part() {
  name=$1
  shift
  "$@" >"$output" 2>&1 </dev/null
  code=$?
  result=$(counts)
  passed=${result% *}
  failed=${result#* }
  if [ -z "$result" ]; then
    echo "$name ended without counting (exit code $code)" >>"$output"
    passed=0 failed=1
  elif [ $code -ne 0 ] && [ "$failed" -eq 0 ]; then
    echo "$name ended with exit code $code" >>"$output"
    failed=1
  elif [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ] && ! grep -q '^skipped' "$output"; then
    echo "$name tested nothing" >>"$output"
    failed=1
  fi
  [ "$failed" -eq 0 ] || cat "$output"
  printf '%-18s %5d passed, %d failed%s\n' "$name" "$passed" "$failed" "$(sed -n 's/^skipped:\{0,1\}/  skipped:/p' "$output" | head -n 1)"
  all_passed=$((all_passed + passed))
  all_failed=$((all_failed + failed))
}

if wanted unit; then
  for unit in "$build"/tests/unit_*; do
    part "$(basename "$unit")" "$unit"
  done
fi
wanted rooms && part rooms python3 "$tests/check_rooms.py"
# shellcheck disable=SC2086  # $accept is an option or nothing
{
  wanted spec && part spec python3 "$tests/spec/run.py" $accept "$binary"
  wanted bad_sites && part bad_sites sh "$tests/bad_sites/run.sh" $accept "$binary"
  wanted sites && part sites python3 "$tests/sites/run.py" $accept "$binary"
}
wanted serve && part serve python3 "$tests/serve/run.py" "$binary"
wanted printer && part printer "$build/tests/report_printer" --seeds 1-20000
wanted hard && part hard python3 "$tests/hard/run.py" "$binary"
wanted import && part import python3 "$tests/import/run.py" "$binary"
wanted pdf && part pdf python3 "$tests/pdf/run.py" "$binary"
if wanted publish; then
  for test in "$tests"/publish/kill_test*; do
    part "$(basename "${test%.*}")" "$test" "$binary"
  done
fi
wanted determinism && part determinism sh "$tests/determinism/run.sh" "$binary"
wanted data && part data python3 "$tests/data/run.py" "$binary"
wanted search && part search sh "$tests/search/run.sh" "$binary"
wanted corpus && part corpus python3 "$tests/corpus/run.py" "$binary"
wanted install && part install sh "$tests/install/run.sh" "$build"
wanted browser && part browser sh "$tests/browser/run.sh" "$binary"
wanted lighthouse && part lighthouse sh "$tests/browser/lighthouse/run.sh" "$binary"

echo "$all_passed passed, $all_failed failed"
[ $all_failed -eq 0 ]
