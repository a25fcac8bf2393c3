#!/usr/bin/env bash
# WeasyPrint 57.2 (Debian 57.2-1).
#
# A competent person would guess: a renderer without ruby layout shows the fallback that `<rp>` is there for, so that the
#   printed page says 户口(hùkǒu).
# Seen: its user-agent style sheet hides `rp` as browsers do, but nothing lays out `rt`: the reading follows the word on the same
#   line in the same size, without brackets. `rp { display: inline }` in the page's own style brings the brackets back.
# Output seen (text boxes with their font size in px):
#   The  16, 户口 16, hùkǒu 16,  system 16
#   with rp { display: inline }: The  16, 户口 16, ( 16, hùkǒu 16, ) 16,  system 16
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debs/partial root
apt-get -qq -y --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o Dir::Cache::archives="$work/debs" \
    install weasyprint=57.2-1 hyphen-en-us fonts-dejavu-core >/dev/null 2>&1 ||
    { echo "Skipped: Debian's weasyprint 57.2 could not be downloaded (is apt-get update due?)."; exit 77; }
for deb in debs/*.deb; do dpkg -x "$deb" root; done
export LD_LIBRARY_PATH="$(find root -name '*.so*' -printf '%h\n' | sort -u | sed "s|^|$work/|" | paste -sd:)"
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages"

cat > run.py <<'PY'
import os

# Debian's pyphen lists a fixed folder when it is imported; the unpacked one stands in. No hyphenation is used here.
list_folder = os.listdir
os.listdir = lambda path='.': list_folder('root/usr/share/hyphen' if path == '/usr/share/hyphen/' else path)
from weasyprint import HTML

for style in ('', '<style>rp { display: inline }</style>'):
    page = HTML(string=style + '<p>The <ruby>户口<rp>(</rp><rt>hùkǒu</rt><rp>)</rp></ruby> system').render().pages[0]
    boxes = [box for box in page._page_box.descendants() if hasattr(box, 'text')]
    assert len({box.style['font_size'] for box in boxes}) == 1
    print(', '.join(f"{box.text} {box.style['font_size']:g}" for box in boxes))
PY

expected='The  16, 户口 16, hùkǒu 16,  system 16
The  16, 户口 16, ( 16, hùkǒu 16, ) 16,  system 16'
seen=$(/usr/bin/python3 run.py 2>/dev/null) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: WeasyPrint prints ruby as one run of text, without brackets."
