#!/usr/bin/env bash
# Ical.Net 5.2.4 with NodaTime 3.3.7 (NuGet), read back by ical.js 2.2.1 (npm).
#
# A competent person would guess: a VTIMEZONE that Ical.Net makes for Europe/Dublin agrees with the time zone data that it
#   makes it from; at worst the labels STANDARD and DAYLIGHT look odd, as Irish winter time is a negative saving.
# Seen: the winter part has offsets an hour too high (GMT as +01:00, coming from +02:00), so a lesson at nine in January
#   is an hour early in each program that believes the file. The lines for summer are right, and London's are right.
# Output seen:
#   Europe/Dublin: GMT TZOFFSETFROM:+0200 TZOFFSETTO:+0100; 15 January 09:00 is 08:00Z; 15 July 09:00 is 08:00Z
#   Europe/London: GMT TZOFFSETFROM:+0100 TZOFFSETTO:+0000; 15 January 09:00 is 09:00Z; 15 July 09:00 is 08:00Z
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export NUGET_PACKAGES="$work/packages" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
npm install --silent --no-audit --no-fund --ignore-scripts --fetch-retries=1 --prefix . ical.js@2.2.1 >/dev/null 2>&1 ||
    { echo "Skipped: the npm package could not be installed."; exit 77; }

mkdir make
cat > make/make.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Ical.Net" Version="[5.2.4]" />
    <PackageReference Include="NodaTime" Version="[3.3.7]" />
  </ItemGroup>
</Project>
XML
cat > make/Program.cs <<'CS'
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

foreach (var zone in new[] { "Europe/Dublin", "Europe/London" })
{
    var calendar = new Calendar();
    calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone, new DateTime(2020, 1, 1), includeHistoricalData: false));
    foreach (var month in new[] { 1, 7 })
        calendar.Events.Add(new CalendarEvent { Start = new CalDateTime(2026, month, 15, 9, 0, 0, zone) });
    File.WriteAllText(Path.Combine(args[0], zone.Replace('/', '-') + ".ics"), new CalendarSerializer().SerializeToString(calendar));
}
CS
dotnet restore make >/dev/null 2>&1 || { echo "Skipped: the NuGet packages could not be restored."; exit 77; }

cat > run.mjs <<'JS'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'

for (const zone of ['Europe/Dublin', 'Europe/London']) {
  const text = readFileSync(zone.replace('/', '-') + '.ics', 'utf8')
  const winter = text.split('END:STANDARD').find(part => part.includes('TZNAME:GMT'))
  const [from, to] = ['FROM', 'TO'].map(way => winter.match(`TZOFFSET${way}:[+-]\\d+`)[0])
  const starts = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    .map(event => new ICAL.Event(event).startDate.toJSDate().toISOString().slice(11, 16) + 'Z')
  console.log(`${zone}: GMT ${from} ${to}; 15 January 09:00 is ${starts[0]}; 15 July 09:00 is ${starts[1]}`)
}
JS

expected='Europe/Dublin: GMT TZOFFSETFROM:+0200 TZOFFSETTO:+0100; 15 January 09:00 is 08:00Z; 15 July 09:00 is 08:00Z
Europe/London: GMT TZOFFSETFROM:+0100 TZOFFSETTO:+0000; 15 January 09:00 is 09:00Z; 15 July 09:00 is 08:00Z'
seen=$({ dotnet run --project make --no-restore -- "$work" && node run.mjs; } 2>&1) || true
[ "$seen" = "$expected" ] || { printf 'Changed. Expected:\n%s\nSeen:\n%s\n' "$expected" "$seen"; exit 1; }
echo "Unchanged: Ical.Net's VTIMEZONE for Dublin is an hour off in winter."
