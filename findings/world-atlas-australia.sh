#!/usr/bin/env bash
# world-atlas 2.0.2 (npm; Natural Earth as TopoJSON).
#
# A competent person would guess: the `id` of a country, its ISO 3166-1 number, is unique where there is one, so a Map keyed
#   by it joins statistics to shapes; what works with the 110m file works with the finer ones.
# Seen: in the 50m and 10m files Ashmore and Cartier Islands has Australia's 036 and stands after it, so a Map colours a few
#   islets and leaves the continent blank. In the 110m file 036 is Australia alone. It is the only number used twice.
# Output seen:
#   110m: 036 is Australia; used twice: none
#   50m: 036 is Ashmore and Cartier Is.; used twice: 036
#   10m: 036 is Ashmore and Cartier Is.; used twice: 036
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . world-atlas@2.0.2 >/dev/null 2>&1 ||
    { echo "Skipped: the npm package could not be installed."; exit 77; }

cat > run.cjs <<'JS'
for (const scale of ['110m', '50m', '10m']) {
  const countries = require(`world-atlas/countries-${scale}.json`).objects.countries.geometries.filter(c => c.id)
  const byId = new Map(countries.map(c => [c.id, c.properties.name]))
  const twice = countries.map(c => c.id).filter((id, i, all) => all.indexOf(id) !== i)
  console.log(`${scale}: 036 is ${byId.get('036')}; used twice: ${twice.join(', ') || 'none'}`)
}
JS

expected='110m: 036 is Australia; used twice: none
50m: 036 is Ashmore and Cartier Is.; used twice: 036
10m: 036 is Ashmore and Cartier Is.; used twice: 036'
seen=$(node run.cjs 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: in the 50m and 10m files a few islets share Australia's number."
