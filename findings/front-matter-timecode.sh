#!/usr/bin/env bash
# gray-matter 4.0.3 with js-yaml 3.15.2 (npm), compared with yaml 2.9.1 (npm).
#
# A competent person would guess: a timecode in Markdown front matter is text (`1:02:33` is not a number in YAML 1.2), or, if
#   not, then all timecodes are treated alike.
# Seen: js-yaml 3, on which gray-matter depends, still reads base-60 numbers, but only without a leading zero. So one file
#   gives 3753 for an hour into the film and text for the first minute.
# Output seen:
#   gray-matter: {"hour":3753,"padded":"01:02:33","minute":"0:45","later":750}
#   yaml: {"hour":"1:02:33","padded":"01:02:33","minute":"0:45","later":"12:30"}
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . \
    gray-matter@4.0.3 js-yaml@3.15.2 yaml@2.9.1 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }

cat > run.mjs <<'JS'
import matter from 'gray-matter'
import { parse } from 'yaml'
const front = 'hour: 1:02:33\npadded: 01:02:33\nminute: 0:45\nlater: 12:30\n'
console.log('gray-matter: ' + JSON.stringify(matter(`---\n${front}---\n`).data))
console.log('yaml: ' + JSON.stringify(parse(front)))
JS

expected='gray-matter: {"hour":3753,"padded":"01:02:33","minute":"0:45","later":750}
yaml: {"hour":"1:02:33","padded":"01:02:33","minute":"0:45","later":"12:30"}'
seen=$(node run.mjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: gray-matter reads 1:02:33 as 3753 and 01:02:33 as text."
