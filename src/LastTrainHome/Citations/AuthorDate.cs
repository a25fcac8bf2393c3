namespace LastTrainHome.Citations;

/// <summary>Author and date, as a citation in the text says them: <c>Chan 2009</c>.</summary>
internal static class AuthorDate
{
    private const int LongestTitle = 40;

    /// <summary>The name and the year of each entry, so that no two are alike: <c>Xinhua</c>, <c>2014b</c>. Letters go by id, whatever the order of the file.</summary>
    public static IReadOnlyDictionary<string, (string Name, string Year)> Of(IEnumerable<CslItem> entries) => entries
        .Select(entry => (entry.Id, Name: Who(entry), Year: entry.Issued?.Label ?? Wording.NoDate))
        .GroupBy(entry => (entry.Name, entry.Year))
        .SelectMany(same => same.Count() == 1 ? same : same
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .Select((entry, place) => (entry.Id, entry.Name, Year: $"{entry.Year}{(char.IsAsciiDigit(entry.Year[^1]) ? "" : "-")}{Letters(place)}")))
        .ToDictionary(entry => entry.Id, entry => (entry.Name, entry.Year));

    private static string Who(CslItem entry) => entry.Makers switch
    {
        [] => Cut(entry.ShortTitle ?? entry.Title),
        [var one] => one.Short,
        [var one, var other] => $"{one.Short} {Wording.And} {other.Short}",
        [var first, ..] => $"{first.Short} {Wording.EtAl}",
    };

    // Up to its colon, else as many whole words as fit: enough to find it in the list.
    private static string Cut(string title)
    {
        var bare = title is ['[', .. var description, ']'] ? description : title;
        var main = bare.Split([": ", "："], 2, StringSplitOptions.None)[0];
        if (main.Length <= LongestTitle)
            return main;
        var end = main.LastIndexOf(' ', LongestTitle);
        if (end <= 0)
            end = char.IsHighSurrogate(main[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
        return $"{main[..end].TrimEnd(' ', ',', ';')}…";
    }

    // a to z, then aa, ab …
    private static string Letters(int place) => place < 26 ? $"{(char)('a' + place)}" : Letters((place / 26) - 1) + Letters(place % 26);
}
