#!/usr/bin/env bash
# vnu-jar 26.9.27 (npm; the Nu HTML checker), which needs Java.
#
# A competent person would guess: `<time datetime>` takes ISO 8601 durations, so P6Y (six years), P6M and P2W are fine, while a
#   loose form such as "2w" or "1h 2m 33s" is an error.
# Seen: the other way round. HTML has a duration grammar of its own: no years and no months, weeks only in the loose form.
# Output seen:
#   errors: P6Y P6M P2W; no errors: P15D PT62M33S 2w 1h 2m 33s
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v java >/dev/null || { echo "Skipped: there is no Java here."; exit 77; }
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . vnu-jar@26.9.27 >/dev/null 2>&1 ||
    { echo "Skipped: the npm package could not be installed."; exit 77; }

durations=(P6Y P6M P2W P15D PT62M33S 2w '1h 2m 33s')
{
    echo '<!DOCTYPE html><html lang="en"><title>Time</title><p>'
    for duration in "${durations[@]}"; do echo "<time datetime=\"$duration\">a while</time>"; done
} > page.html
messages=$(LC_ALL=C.UTF-8 java -jar node_modules/vnu-jar/build/dist/vnu.jar page.html 2>&1) || true
errors='' fine=''
for duration in "${durations[@]}"; do
    if grep -qF "error: Bad value “$duration”" <<<"$messages"; then errors+=" $duration"; else fine+=" $duration"; fi
done

expected='errors: P6Y P6M P2W; no errors: P15D PT62M33S 2w 1h 2m 33s'
seen="errors:$errors; no errors:$fine"
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n%s\n' "$expected" "$seen" "$messages"; exit 1; }
echo "Unchanged: in HTML, P6Y is not a duration and \"2w\" is."
