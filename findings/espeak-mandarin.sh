#!/usr/bin/env bash
# espeak-ng 1.51 (Debian 1.51+dfsg-10+deb12u2).
#
# A competent person would guess: the voice `cmn` speaks Mandarin; `cmn-latn-pinyin` is for text that is written in pinyin.
# Seen: `cmn` looks up the pinyin of the characters and has the English voice read it aloud, tone numbers included: 户口 is
#   spoken "hu four kou three". `cmn-latn-pinyin` speaks Chinese characters correctly.
# Output seen (phonemes; "(en)" is a switch to English, f'o@ is "four", Tr'i: is "three"):
#   cmn: (en)hV55f'o@55_| ku:55Tr'i:55(cmn)_|
#   cmn-latn-pinyin: X'u51_| kh'ou214_|
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debs/partial root
apt-get -qq -y --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o Dir::Cache::archives="$work/debs" \
    install espeak-ng=1.51+dfsg-10+deb12u2 espeak-ng-data=1.51+dfsg-10+deb12u2 libespeak-ng1=1.51+dfsg-10+deb12u2 >/dev/null 2>&1 ||
    { echo "Skipped: Debian's espeak-ng 1.51 could not be downloaded (is apt-get update due?)."; exit 77; }
for deb in debs/*.deb; do dpkg -x "$deb" root; done
export LD_LIBRARY_PATH="$(find root -name '*.so*' -printf '%h\n' | sort -u | sed "s|^|$work/|" | paste -sd:)"
data=$(dirname "$work"/root/usr/lib/*/espeak-ng-data)

speak() { echo "$1: $(root/usr/bin/espeak-ng --path="$data" -q -x -v "$1" 户口 | sed 's/^ *//')"; }
expected="cmn: (en)hV55f'o@55_| ku:55Tr'i:55(cmn)_|
cmn-latn-pinyin: X'u51_| kh'ou214_|"
seen=$({ speak cmn; speak cmn-latn-pinyin; } 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: the voice cmn reads 户口 as \"hu four kou three\"."
