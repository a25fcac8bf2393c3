using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>Whether notes survive edits, and how long it takes to find them again; beside it what matching of quotes does with the same notes.</summary>
internal static class AnchorsBenchmark
{
    public static int Run(string[] options)
    {
        var seeds = options is ["--seeds", var range] ? range.Split('-').Select(int.Parse).ToArray() is var ends ? Enumerable.Range(ends[0], ends[1] - ends[0] + 1).ToArray() : [] : [.. Enumerable.Range(1, 8)];
        var faults = new List<string>();
        var (ours, quotes) = (new Tally(), new Tally());
        var byStrength = new Dictionary<string, Tally>();
        foreach (var prose in new[] { Prose.English(), Prose.Chinese() })
        {
            Console.WriteLine($"{prose.Language}\n{Tally.Header}");
            foreach (var edit in Edit.All)
            {
                var (our, quote) = (new Tally(), new Tally());
                foreach (var seed in seeds)
                    foreach (var strength in new[] { 0.15, 0.4, 1.0 })
                    {
                        var made = GeneratedEdits.Make(prose, edit, (seed * 1000) + (int)(strength * 100), strength);
                        var placements = Reanchoring.Place(made.OldText, made.NewText, made.Notes);
                        var dump = new List<object>();
                        var bs = byStrength.TryGetValue((edit.Name == "all at once" ? "all" : "one") + strength, out var t0) ? t0 : byStrength[(edit.Name == "all at once" ? "all" : "one") + strength] = new Tally();
                        for (var note = 0; note < placements.Length; note++)
                        {
                            bs.Add(made.Truths[note], placements[note].Status, placements[note].Range);
                            if (our.Add(made.Truths[note], placements[note].Status, placements[note].Range) is { } fault)
                            {
                                dump.Add(new { id = $"{fault}-{note}", start = made.Notes[note].Start, end = made.Notes[note].End });
                                faults.Add($"{fault} · {prose.Language} {edit.Name} {seed} {strength} · {placements[note].Status} · '{made.OldText[made.Notes[note].Start..made.Notes[note].End]}' → '{(placements[note].Range is { } range2 ? made.NewText[range2.Start..range2.End] : "")}'".ReplaceLineEndings("⏎"));
                            }
                            var found = QuoteSelector.Find(made.OldText, made.NewText, made.Notes[note]);
                            quote.Add(made.Truths[note], found is null ? PlacementStatus.Gone : PlacementStatus.Kept, found);
                        }

                        if (dump.Count > 0)
                            File.WriteAllText($"/tmp/anchoring/cases/{prose.Language}-{edit.Name.Replace(' ', '_')}-{seed}-{strength}.json", System.Text.Json.JsonSerializer.Serialize(new { old = made.OldText, @new = made.NewText, notes = dump }));
                    }

                Console.WriteLine(our.Line(edit.Name));
                Console.WriteLine(quote.Line("   exact quotes"));
                ours.Add(our);
                quotes.Add(quote);
            }
        }

        foreach (var (k, t) in byStrength) Console.WriteLine(t.Line("BY " + k));
        Console.WriteLine(ours.Line("ALL"));
        Console.WriteLine(quotes.Line("   exact quotes"));
        File.WriteAllLines("/tmp/anchoring/faults.txt", faults);
        return 0;
    }
}
