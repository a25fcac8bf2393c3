#!/usr/bin/env bash
# dom-anchor-text-quote 4.0.2 (npm), with jsdom 29.1.1 (npm).
#
# A competent person would guess: a W3C TextQuoteSelector whose `exact` text is no longer on the page gives null, so that the
#   note is shown as an orphan; fuzzy matching, if any, is for long quotations.
# Seen: it matches short ones fuzzily as well and does not say so. After a number was corrected, a note on the old number is
#   attached to the new one; the range may be cut so that it starts inside a number, which reads as a third number.
# Output seen (page: "In 2008 some 130 million people went home, and 240,000 of them waited."):
#   190 million people -> "130 million people"
#   2009 -> "2008"
#   420,000 -> "40,000 "
#   the rain -> null
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . \
    dom-anchor-text-quote@4.0.2 jsdom@29.1.1 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }

cat > run.cjs <<'JS'
const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<p>In 2008 some 130 million people went home, and 240,000 of them waited.</p>')
Object.assign(globalThis, {
  document: window.document, Node: window.Node, NodeFilter: window.NodeFilter, Range: window.Range
})
const { toRange } = require('dom-anchor-text-quote')
for (const [exact, prefix, suffix] of [
  ['190 million people', 'some ', ' went'], ['2009', 'In ', ' some'], ['420,000', 'and ', ' of'], ['the rain', 'in ', ' waited']
]) {
  const range = toRange(document.body, { exact, prefix, suffix })
  console.log(`${exact} -> ${range && JSON.stringify(range.toString())}`)
}
JS

expected='190 million people -> "130 million people"
2009 -> "2008"
420,000 -> "40,000 "
the rain -> null'
seen=$(node run.cjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: a quotation of 2009 is found in a page that says 2008."
