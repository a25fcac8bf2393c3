using System.Text;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Downloads;

/// <summary>The study's words as cards to learn with: all of them, or those of one theme.</summary>
/// <param name="Theme">The theme asked for, or null for all.</param>
/// <param name="Themes">The themes that have words.</param>
public sealed record FlashcardDeck(FlashcardDeck.ThemeEntry? Theme, List<FlashcardDeck.ThemeEntry> Themes, List<Flashcard> Cards)
{
    public static async Task<FlashcardDeck> OfAsync(LibraryDb db, string? theme, CancellationToken cancel)
    {
        var terms = await db.Terms
            .Select(term => new { term.Slug, term.Title, term.Original, term.Romanization, term.Language, term.Gloss, Themes = term.Passages.Select(passage => passage.ThemeKey).ToList() })
            .ToListAsync(cancel);
        var themes = await db.Themes.OrderBy(one => one.Position).Select(one => new { one.Key, Line = new ThemeEntry(one.Slug, one.Title) }).ToListAsync(cancel);

        var used = themes.FindAll(one => terms.Exists(term => term.Themes.Contains(one.Key)));
        var chosen = used.Find(one => one.Line.Slug == theme);
        return new(chosen?.Line, used.ConvertAll(one => one.Line),
        [
            .. terms
                .Where(term => chosen is null || term.Themes.Contains(chosen.Key))
                .OrderBy(term => term.Title, StringComparer.InvariantCultureIgnoreCase)
                .Select(term => new Flashcard(
                    term.Slug, term.Title, term.Original, term.Romanization, term.Language, term.Gloss,
                    [.. used.Where(one => term.Themes.Contains(one.Key)).Select(one => one.Line.Slug)]))
        ]);
    }

    /// <summary>Text that Anki imports: a head that says how to read it, then a card a line, its fields parted by tabs.</summary>
    public string AsText(string name, Func<string, string> whole)
    {
        var text = new StringBuilder();
        text.Append("#separator:tab\n#html:false\n#deck:").Append(Plain(name)).Append('\n')
            .Append("#columns:Front\tBack\tPronunciation\tWord\tAddress\tTags\n#tags column:6\n");
        foreach (var card in Cards)
            text.AppendJoin('\t', ((string[])
                [
                    card.Original ?? card.Title,
                    card.Romanization is null || card.Original is null ? card.Gloss : $"{card.Romanization}: {card.Gloss}",
                    card.Romanization ?? "", card.Title, whole(PageKind.Term.Address(card.Slug)), string.Join(' ', card.Themes),
                ]).Select(Field)).Append('\n');
        return text.ToString();
    }

    /// <summary>The address of the cards with these choices.</summary>
    public static string AddressOf(string? theme, bool isFromMeaning)
    {
        var choices = new[] { theme is null ? null : "theme=" + theme, isFromMeaning ? "from=meaning" : null }.OfType<string>();
        return string.Join('&', choices) is { Length: > 0 } query ? "/terms/cards?" + query : "/terms/cards";
    }

    // A quotation mark would open a quoted field, and a hash at a line's beginning a comment.
    private static string Field(string text)
    {
        var plain = Plain(text);
        return plain.Contains('"') || plain.StartsWith('#') ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[])['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    public sealed record ThemeEntry(string Slug, string Title);
}

/// <param name="Themes">Slugs of the themes the word belongs to.</param>
public sealed record Flashcard(string Slug, string Title, string? Original, string? Romanization, string Language, string Gloss, List<string> Themes);
