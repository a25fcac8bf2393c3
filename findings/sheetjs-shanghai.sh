#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS, the newest on npm), under Node 20.
#
# A competent person would guess: a date cell in a workbook has no time zone, so with `cellDates` it is read as midnight of
#   that day everywhere; a fault, if any, would be a whole number of hours and would show in New York too.
# Seen: right in New York and London. In Shanghai it is 43 seconds early and so on the day before, in Kolkata 10 seconds: the
#   library counts from a local date in 1899, when the clock there ran on local mean time (+08:05:43 in Shanghai).
# Output seen (a cell with serial 39473, format yyyy-mm-dd, which is 26 January 2008):
#   America/New_York 26 00:00:00, Europe/London 26 00:00:00, Asia/Shanghai 25 23:59:17, Asia/Kolkata 25 23:59:50
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . xlsx@0.18.5 >/dev/null 2>&1 ||
    { echo "Skipped: the npm package could not be installed."; exit 77; }

cat > run.cjs <<'JS'
const { read, write } = require('xlsx')
const sheet = { '!ref': 'A1', A1: { t: 'n', v: 39473, z: 'yyyy-mm-dd' } }
const file = write({ SheetNames: ['S'], Sheets: { S: sheet } }, { type: 'buffer', bookType: 'xlsx' })
const date = read(file, { type: 'buffer', cellDates: true }).Sheets.S.A1.v
console.log(`${process.env.TZ} ${date.getDate()} ${date.toTimeString().slice(0, 8)}`)
JS

expected='America/New_York 26 00:00:00, Europe/London 26 00:00:00, Asia/Shanghai 25 23:59:17, Asia/Kolkata 25 23:59:50'
seen=$(for zone in America/New_York Europe/London Asia/Shanghai Asia/Kolkata; do TZ=$zone node run.cjs 2>&1; done |
    paste -sd, | sed 's/,/, /g') || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: read in Shanghai, a date cell falls on the day before."
