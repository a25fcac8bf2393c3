#!/usr/bin/env bash
# @citation-js/core 0.8.2 and @citation-js/plugin-ris 0.8.2 (npm).
#
# A competent person would guess: authors are the one thing that survives an export to RIS, whatever the type of the
#   item; and a film, written as MPCT ("motion picture"), comes back as a film.
# Seen: a newspaper article loses its author and its day on export (AU is mapped to the CSL variable "reporter" for NEWS);
#   other types keep both. On import an NEWS record's AU becomes `reporter`, a plain string where CSL-JSON wants a list
#   of names. A film comes back as a broadcast.
# Output seen:
#   article-magazine -> TY MGZN | AU Fan, Lixin | DA 2009/5/2/ | PY 2009 | T2 Paper | TI T -> article-magazine
#   article-newspaper -> TY NEWS | PY 2009 | T2 Paper | TI T -> article-newspaper
#   motion_picture -> TY MPCT | AU Fan, Lixin | DA 2009/5/2/ | PY 2009 | TI T -> broadcast
#   NEWS with AU -> reporter "Fan, Lixin", author undefined
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . \
    @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }

cat > run.mjs <<'JS'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'

const people = [{ family: 'Fan', given: 'Lixin' }]
const issued = { 'date-parts': [[2009, 5, 2]] }
for (const [type, more] of [
  ['article-magazine', { author: people, 'container-title': 'Paper' }],
  ['article-newspaper', { author: people, 'container-title': 'Paper' }],
  ['motion_picture', { director: people }]
]) {
  const ris = new Cite({ id: 'x', type, title: 'T', issued, ...more }).format('ris')
  const tags = ris.split('\n').map(line => line.trim().replace(/ {2}- ?/, ' '))
    .filter(line => /^(TY|AU|DA|PY|T2|TI) /.test(line)).join(' | ')
  console.log(`${type} -> ${tags} -> ${new Cite(ris).data[0].type}`)
}
const [news] = new Cite('TY  - NEWS\nAU  - Fan, Lixin\nTI  - T\nPY  - 2009\nER  - \n').data
console.log(`NEWS with AU -> reporter ${JSON.stringify(news.reporter)}, author ${news.author}`)
JS

expected='article-magazine -> TY MGZN | AU Fan, Lixin | DA 2009/5/2/ | PY 2009 | T2 Paper | TI T -> article-magazine
article-newspaper -> TY NEWS | PY 2009 | T2 Paper | TI T -> article-newspaper
motion_picture -> TY MPCT | AU Fan, Lixin | DA 2009/5/2/ | PY 2009 | TI T -> broadcast
NEWS with AU -> reporter "Fan, Lixin", author undefined'
seen=$(node run.mjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: RIS export drops a newspaper article's author, and a film returns as a broadcast."
