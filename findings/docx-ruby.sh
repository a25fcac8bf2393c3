#!/usr/bin/env bash
# mammoth 1.13.0 (npm, with jszip 3.10.1 to make the file) and pandoc 2.17.1.1 (Debian 2.17.1.1-2~deb12u1).
#
# A competent person would guess: a Word document with a phonetic guide (w:ruby: pinyin above Chinese words, common in
#   teaching material) loses the pinyin at worst; the words themselves stay.
# Seen: both converters drop the words together with the pinyin. pandoc says nothing; mammoth puts one warning in a
#   list beside the result.
# Output seen:
#   mammoth: <p>The  system</p>
#   pandoc: <p>The system</p>
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debs/partial root
apt-get -qq -y --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o Dir::Cache::archives="$work/debs" \
    install pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 >/dev/null 2>&1 ||
    { echo "Skipped: Debian's pandoc 2.17.1.1 could not be downloaded (is apt-get update due?)."; exit 77; }
for deb in debs/*.deb; do dpkg -x "$deb" root; done
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . mammoth@1.13.0 jszip@3.10.1 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }
export LD_LIBRARY_PATH="$(find root -name '*.so*' -printf '%h\n' | sort -u | sed "s|^|$work/|" | paste -sd:)"
export pandoc_datadir="$work/root/usr/share/pandoc"

cat > run.mjs <<'JS'
import { writeFileSync } from 'node:fs'
import JSZip from 'jszip'
import mammoth from 'mammoth'

const office = 'http://schemas.openxmlformats.org'
const text = s => `<w:r><w:t xml:space="preserve">${s}</w:t></w:r>`
const ruby = (base, guide) => `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/><w:hps w:val="12"/>` +
  `<w:hpsRaise w:val="22"/><w:hpsBaseText w:val="24"/><w:lid w:val="zh-CN"/></w:rubyPr>` +
  `<w:rt>${text(guide)}</w:rt><w:rubyBase>${text(base)}</w:rubyBase></w:ruby></w:r>`
const zip = new JSZip()
zip.file('[Content_Types].xml', `<Types xmlns="${office}/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Override PartName="/word/document.xml"
    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
zip.file('_rels/.rels', `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1"
  Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
zip.file('word/document.xml', `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p>` +
  text('The ') + ruby('户', 'hù') + ruby('口', 'kǒu') + text(' system') + '</w:p></w:body></w:document>')
const buffer = await zip.generateAsync({ type: 'nodebuffer' })
writeFileSync('guide.docx', buffer)
console.log('mammoth: ' + (await mammoth.convertToHtml({ buffer })).value)
JS

expected='mammoth: <p>The  system</p>
pandoc: <p>The system</p>'
seen=$({ node run.mjs && echo "pandoc: $(root/usr/bin/pandoc -t html guide.docx)"; } 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: both converters drop words that carry a phonetic guide."
