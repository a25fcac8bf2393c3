namespace LastTrainHome.Library.Search;

/// <summary>Cuts the piece of a text that shows why it was found.</summary>
internal static class Snippet
{
    private const int Before = 70;
    private const int Length = 220;

    public static List<Piece> Cut(string text, string? summary, List<Tokens.Wanted> wanted)
    {
        var folded = Tokens.Fold(text);
        var matches = Matches(folded, wanted);
        if (matches.Count == 0)
            return [new(Shorten(summary ?? text, 0, text.Length == 0 && summary is null ? 0 : Length), false)];

        var start = Math.Max(0, matches[0].Start - Before);
        while (start > 0 && start < matches[0].Start && !char.IsWhiteSpace(text[start - 1]) && !Tokens.IsWide(text[start]))
            start++;
        var end = Math.Min(text.Length, start + Length);
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !Tokens.IsWide(text[end]) && end - start < Length + 30)
            end++;

        var pieces = new List<Piece>();
        var at = start;
        foreach (var (from, length) in matches.Where(match => match.Start >= start && match.Start + match.Length <= end))
        {
            if (from < at)
                continue;
            Add(text[at..from], false);
            Add(text.Substring(from, length), true);
            at = from + length;
        }

        Add(text[at..end], false);
        if (start > 0)
            pieces.Insert(0, new("… ", false));
        if (end < text.Length)
            pieces.Add(new(" …", false));
        return pieces;

        void Add(string piece, bool isMatch)
        {
            if (piece.Length > 0)
                pieces.Add(new(piece.Replace('\n', ' '), isMatch));
        }
    }

    private static List<(int Start, int Length)> Matches(string folded, List<Tokens.Wanted> wanted)
    {
        var found = new List<(int Start, int Length)>();
        foreach (var one in wanted.Select(one => Tokens.Fold(one.Words)))
        {
            var isWide = Tokens.IsWide(one[0]);
            var stem = isWide || one.Contains(' ', StringComparison.Ordinal) ? one : Stem(one);
            for (var at = folded.IndexOf(stem, StringComparison.Ordinal); at >= 0 && found.Count < 200; at = folded.IndexOf(stem, at + 1, StringComparison.Ordinal))
            {
                var end = at + stem.Length;
                if (!isWide && at > 0 && char.IsLetterOrDigit(folded[at - 1]) && !Tokens.IsWide(folded[at - 1]))
                    continue;
                while (!isWide && end < folded.Length && char.IsLetterOrDigit(folded[end]) && !Tokens.IsWide(folded[end]))
                    end++;
                if (isWide || Stem(folded[at..end]) == stem || end - at == one.Length)
                    found.Add((at, end - at));
            }
        }

        return [.. found.OrderBy(match => match.Start).ThenByDescending(match => match.Length)];
    }

    // Rough: it only decides what is marked; the index knows English better.
    private static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal)) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') ? word[..^1]
        : word;

    private static string Shorten(string text, int start, int length)
    {
        text = text.Replace('\n', ' ');
        if (text.Length - start <= length)
            return text[start..];
        var end = text.LastIndexOf(' ', start + length);
        return $"{text[start..(end > start ? end : start + length)]} …";
    }
}
