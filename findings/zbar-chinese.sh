#!/usr/bin/env bash
# zbarimg 0.23.92 (Debian zbar-tools 0.23.92-7+deb12u1), with qrcode 1.5.4, jsqr 1.4.0 and pngjs 7.0.0 (npm).
#
# A competent person would guess: a QR code that holds UTF-8 without an encoding mark is read as UTF-8, or else as Latin-1;
#   in either case, one test with a Chinese word shows which.
# Seen: zbar guesses among several encodings for each code anew. Some Chinese words come out right; others are read as
#   Shift JIS, Big5 or Latin-1. A test with a lucky word passes. jsQR reads all of them.
# Output seen (zbarimg; the locale makes no difference):
#   汽车站 -> 汽车站 | 归途列车 -> 归途列车 | 火车 -> 轣ｫ霓ｦ | 中国 -> 荳ｭ蝗ｽ | 学习 -> å\u00ad¦ä¹\u00a0 | ü -> 羹
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debs/partial root
apt-get -qq -y --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o Dir::Cache::archives="$work/debs" \
    install zbar-tools=0.23.92-7+deb12u1 libzbar0=0.23.92-7+deb12u1 >/dev/null 2>&1 ||
    { echo "Skipped: Debian's zbar-tools 0.23.92 could not be downloaded (is apt-get update due?)."; exit 77; }
for deb in debs/*.deb; do dpkg -x "$deb" root; done
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . \
    qrcode@1.5.4 jsqr@1.4.0 pngjs@7.0.0 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }

cat > run.cjs <<'JS'
const { execFileSync } = require('node:child_process')
const { dirname, join } = require('node:path')
const { readdirSync, writeFileSync } = require('node:fs')
const { PNG } = require('pngjs')
const jsQR = require('jsqr')
const qrcode = require('qrcode')

// Where the unpacked packages have their libraries, and ImageMagick its modules.
const files = readdirSync('root', { recursive: true }).map(file => join(process.cwd(), 'root', file))
const folders = end => [...new Set(files.filter(file => end.test(file)).map(dirname))].join(':')
const env = { ...process.env, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: folders(/\.so\.[\d.]+$/), DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/none' }
const coders = folders(/coders\/png\.so$/)
if (coders) env.MAGICK_CODER_MODULE_PATH = coders

;(async () => {
  const seen = []
  for (const text of ['汽车站', '归途列车', '火车', '中国', '学习', 'ü']) {
    const image = await qrcode.toBuffer(text, { scale: 6 })
    const { data, width, height } = PNG.sync.read(image)
    if (jsQR(new Uint8ClampedArray(data), width, height).data !== text) throw new Error(`jsQR cannot read ${text}`)
    writeFileSync('code.png', image)
    const read = execFileSync('root/usr/bin/zbarimg', ['-q', '--raw', 'code.png'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    seen.push(`${text} -> ${read.toString().slice(0, -1).replace(/[\xa0\xad]/g, c => '\\u00' + c.charCodeAt(0).toString(16))}`)
  }
  console.log(seen.join(' | '))
})()
JS

expected='汽车站 -> 汽车站 | 归途列车 -> 归途列车 | 火车 -> 轣ｫ霓ｦ | 中国 -> 荳ｭ蝗ｽ | 学习 -> å\u00ad¦ä¹\u00a0 | ü -> 羹'
seen=$(node run.cjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: zbar reads some Chinese words right and others in another encoding."
