#!/usr/bin/env bash
# node-ical 0.26.1 and ical.js 2.2.1 (npm).
#
# A competent person would guess: a time zone that the file itself defines in a VTIMEZONE is what counts (RFC 5545 has
#   programs define each zone that they use), whatever its name is.
# Seen: ical.js does so. node-ical looks into the definition for certain names only ("Customized Time Zone", which Outlook
#   writes); for another name that is not in the time zone data it takes the time as one in the time zone of the
#   machine, so the same file gives another moment on another server, without a message.
# Output seen (9 a.m. in a zone that the file defines as +08:00; 01:00Z is right):
#   TZ=UTC: School: node-ical 09:00Z, ical.js 01:00Z; Customized Time Zone: node-ical 01:00Z, ical.js 01:00Z
#   TZ=America/New_York: School: node-ical 14:00Z, ical.js 01:00Z; Customized Time Zone: node-ical 01:00Z, ical.js 01:00Z
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . node-ical@0.26.1 ical.js@2.2.1 >/dev/null 2>&1 ||
    { echo "Skipped: the npm packages could not be installed."; exit 77; }

cat > run.mjs <<'JS'
import nodeIcal from 'node-ical'
import ICAL from 'ical.js'

const zulu = date => date.toISOString().slice(11, 16) + 'Z'
const results = ['School', 'Customized Time Zone'].map(zone => {
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN',
    'BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE',
    'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', `DTSTART;TZID="${zone}":20260115T090000`,
    `DTEND;TZID="${zone}":20260115T100000`, 'SUMMARY:Reading', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent'))
  return `${zone}: node-ical ${zulu(nodeIcal.sync.parseICS(calendar)['1'].start)}, ical.js ${zulu(event.startDate.toJSDate())}`
})
console.log(`TZ=${process.env.TZ}: ${results.join('; ')}`)
JS

expected='TZ=UTC: School: node-ical 09:00Z, ical.js 01:00Z; Customized Time Zone: node-ical 01:00Z, ical.js 01:00Z
TZ=America/New_York: School: node-ical 14:00Z, ical.js 01:00Z; Customized Time Zone: node-ical 01:00Z, ical.js 01:00Z'
seen=$({ TZ=UTC node run.mjs; TZ=America/New_York node run.mjs; } 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: node-ical ignores a VTIMEZONE that has a name of its own."
