#!/usr/bin/env bash
# @citation-js/core 0.9.0 and @citation-js/plugin-bibtex 0.9.0 (npm), with default settings.
#
# A competent person would guess: BibTeX export keeps Chinese text as UTF-8, or at worst refuses it.
# Seen: each Han character is dropped without a warning: the author becomes a lone comma, the title and the
#   publisher become empty. An author given as one "family" string survives, so a glance at a sample may not show it.
#   The cause is the default `format.asciiOnly: true`; setting it to false keeps the text.
# Output seen:
#   author = {,  and {中国统计局}},
#   publisher = {},
#   title = {: Last {Train} {Home}},
#   and with asciiOnly set to false: title = {归途列车: Last {Train} {Home}},
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . \
    @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }

cat > run.mjs <<'JS'
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

const book = new Cite({
  id: 'x',
  type: 'book',
  title: '归途列车: Last Train Home',
  author: [{ family: '范', given: '立欣' }, { family: '中国统计局' }],
  publisher: '统计出版社',
  issued: { 'date-parts': [[2009]] }
})
const fields = () => book.format('bibtex').split('\n').map(line => line.trim())
  .filter(line => /^(author|publisher|title) /.test(line)).join('\n')
console.log(fields())
plugins.config.get('@bibtex').format.asciiOnly = false
console.log(fields())
JS

expected='author = {,  and {中国统计局}},
publisher = {},
title = {: Last {Train} {Home}},
author = {范, 立欣 and {中国统计局}},
publisher = {统计出版社},
title = {归途列车: Last {Train} {Home}},'
seen=$(node run.mjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: the BibTeX export drops Han characters by default."
