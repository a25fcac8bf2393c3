#!/usr/bin/env bash
# vega-loader 5.1.3 (npm), under V8 (Node 20).
#
# A competent person would guess: with `parse: 'auto'` a CSV column becomes dates only if it looks like ISO dates; labels
#   such as "Chapter 1", shares such as "5%" and region codes such as "CN-44" stay text.
# Seen: a column is a date if Date.parse accepts each value, and that of V8 reads a month or a year out of many short
#   labels with a number. The type also depends on how long the table is: a thirteenth chapter turns the column
#   back into text, as month 13 does not exist.
# Output seen (TZ=UTC):
#   Chapter 1, Chapter 12 -> 2001-01-01, 2001-12-01
#   Chapter 1, Chapter 13 -> "Chapter 1", "Chapter 13"
#   5%, 6% -> 2001-05-01, 2001-06-01
#   CN-44, CN-51 -> 2044-01-01, 1951-01-01
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . vega-loader@5.1.3 >/dev/null 2>&1 ||
    { echo "Skipped: the npm package could not be installed."; exit 77; }

cat > run.mjs <<'JS'
import { read } from 'vega-loader'

for (const column of [['Chapter 1', 'Chapter 12'], ['Chapter 1', 'Chapter 13'], ['5%', '6%'], ['CN-44', 'CN-51']]) {
  const rows = read('value\n' + column.join('\n') + '\n', { type: 'csv', parse: 'auto' })
  const shown = rows.map(({ value }) =>
    typeof value === 'string' ? JSON.stringify(value) : new Date(value).toISOString().slice(0, 10))
  console.log(`${column.join(', ')} -> ${shown.join(', ')}`)
}
JS

expected='Chapter 1, Chapter 12 -> 2001-01-01, 2001-12-01
Chapter 1, Chapter 13 -> "Chapter 1", "Chapter 13"
5%, 6% -> 2001-05-01, 2001-06-01
CN-44, CN-51 -> 2044-01-01, 1951-01-01'
seen=$(TZ=UTC node run.mjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: automatic parsing turns chapters, percentages and region codes into dates."
