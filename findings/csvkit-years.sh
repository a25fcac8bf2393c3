#!/usr/bin/env bash
# csvkit 1.0.7 (Debian 1.0.7-1, with Debian 12's agate and parsedatetime).
#
# A competent person would guess: type inference affects numbers and ISO dates; the words "6 years" and the surname "May"
#   stay text, or "6 years" becomes a duration as "3 weeks" does.
# Seen: "6 years" becomes the date six years after 1 January of the year 1, and a column of surnames that are all names of
#   months becomes dates too, while "3 weeks" in the same table becomes a duration. csvsort writes the converted values out,
#   so sorting a table rewrites it.
# Output seen:
#   surname,away,stayed
#   0001-03-01,0003-01-01,"21 days, 0:00:00"
#   0001-05-01,0007-01-01,"7 days, 0:00:00"
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debs/partial root
apt-get -qq -y --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 -o Dir::Cache::archives="$work/debs" \
    install csvkit=1.0.7-1 python3-csvkit=1.0.7-1 >/dev/null 2>&1 ||
    { echo "Skipped: Debian's csvkit 1.0.7 could not be downloaded (is apt-get update due?)."; exit 77; }
for deb in debs/*.deb; do dpkg -x "$deb" root; done
export PYTHONPATH="$work/root/usr/lib/python3/dist-packages"

printf 'surname,away,stayed\nMay,6 years,1 week\nMarch,2 years,3 weeks\n' > people.csv
expected='surname,away,stayed
0001-03-01,0003-01-01,"21 days, 0:00:00"
0001-05-01,0007-01-01,"7 days, 0:00:00"'
seen=$(/usr/bin/python3 -c 'from csvkit.utilities.csvsort import launch_new_instance as sort; sort()' -c surname people.csv 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: sorting rewrites \"6 years\" and the surname May as dates in the first years of our era."
