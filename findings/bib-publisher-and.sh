#!/usr/bin/env bash
# pandoc 2.17.1.1 (Debian 2.17.1.1-2~deb12u1), and @citation-js/core 0.9.0 with @citation-js/plugin-bibtex 0.9.0 (npm).
#
# A competent person would guess: only the name fields (author, editor) are split at " and "; a publisher is plain text,
#   so "Chatto and Windus" or "Ministry of Health and Welfare" comes through whole.
# Seen: a file called .bib is read as BibLaTeX, where publisher, institution, school and address are lists too. pandoc
#   prints a semicolon in the bibliography; citation-js puts an array where CSL-JSON allows a string only.
#   A second pair of braces (either), or `-f bibtex` (pandoc), keeps the name whole. Neither gives a message.
# Output seen:
#   pandoc: Fan, Lixin. 2006. T. Chatto; Windus.
#   pandoc -f bibtex: "publisher": "Chatto and Windus"
#   citation-js: ["Chatto","Windus"]
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debs/partial root
apt-get -qq -y --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o Dir::Cache::archives="$work/debs" \
    install pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 >/dev/null 2>&1 ||
    { echo "Skipped: Debian's pandoc 2.17.1.1 could not be downloaded (is apt-get update due?)."; exit 77; }
for deb in debs/*.deb; do dpkg -x "$deb" root; done
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . \
    @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }
export LD_LIBRARY_PATH="$(find root -name '*.so*' -printf '%h\n' | sort -u | sed "s|^|$work/|" | paste -sd:)"
export pandoc_datadir="$work/root/usr/share/pandoc"

cat > books.bib <<'BIB'
@book{x, author = {Fan, Lixin}, title = {T}, publisher = {Chatto and Windus}, year = 2006}
BIB
cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
console.log(JSON.stringify(new Cite(readFileSync('books.bib', 'utf8')).data[0].publisher))
JS

expected='Fan, Lixin. 2006. T. Chatto; Windus.
"publisher": "Chatto and Windus",
["Chatto","Windus"]'
seen=$({
    printf -- '---\nnocite: "@*"\nbibliography: books.bib\n---\n' | root/usr/bin/pandoc --citeproc -t plain
    root/usr/bin/pandoc -f bibtex -t csljson books.bib | grep publisher | sed 's/^ *//'
    node run.mjs
} 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: two readers of .bib files split a publisher at \"and\"."
