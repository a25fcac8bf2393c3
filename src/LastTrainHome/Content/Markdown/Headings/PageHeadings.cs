using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Library;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown.Headings;

/// <summary>Gives the headings of a page their ids and themes.</summary>
internal static partial class PageHeadings
{
    /// <summary>Prepares the headings of a parsed body.</summary>
    /// <param name="report">Takes what is wrong with them; null when that was reported before.</param>
    /// <returns>The ids, as other pages name them.</returns>
    public static string[] Prepare(SourcePage page, MarkdownDocument parsed, Action<Problem>? report)
    {
        var used = new Dictionary<string, int>();
        var above = 1; // the title
        foreach (var heading in parsed.Descendants<HeadingBlock>())
        {
            PrepareOne(page, heading, used, report);
            // Who hears a page goes through it by its levels, and takes one that is passed over for a part that is missing.
            if (heading.Level > above + 1)
                report?.Invoke(page.Problem(heading.Span.Start, "HEAD003", $"A level of headings is passed over: here it can be '{new string('#', above + 1)}'."));
            above = heading.Level;
        }

        return [.. used.Keys];
    }

    private static void PrepareOne(SourcePage page, HeadingBlock heading, Dictionary<string, int> used, Action<Problem>? report)
    {
        var attributes = TakeAttributes(page, heading, report);
        if (heading.Level == 1)
            report?.Invoke(page.Problem(heading.Span.Start, "HEAD001", "The page's title is in its front matter. Begin the body's headings with '##'."));

        var id = attributes?.Id is { } written && Fields.IsSlug(written) ? written : Slugify(InlineText.Of(heading.Inline).Text);
        if (attributes?.Id is { } wrong && !Fields.IsSlug(wrong))
            report?.Invoke(page.Problem(page.OnFirstLine(heading, wrong), "HEAD002", $"'{wrong}' cannot be an id: use small letters, digits and hyphens."));
        // Sentences, questions, sources, rows and cells have ids of their own on the page.
        if (Taken().IsMatch(id) || page.Statistic?.Rows.Contains(id) is true || page.Statistic?.Fragments.Contains(id) is true)
            id = $"on-{id}";
        var free = id;
        while (!used.TryAdd(free, 1))
            free = $"{id}-{used[id]++}";
        heading.GetAttributes().Id = page.Anchor(free);
        if (attributes?["themes"] is { } themes)
            heading.SetData(ThemesKey, themes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly object ThemesKey = new();

    /// <summary>The slugs of themes that a heading carries.</summary>
    public static IReadOnlyList<string> Themes(HeadingBlock heading) => heading.GetData(ThemesKey) as string[] ?? [];

    private static Attributes? TakeAttributes(SourcePage page, HeadingBlock heading, Action<Problem>? report)
    {
        if (heading.Inline?.LastChild is not LiteralInline last)
            return null;
        var text = last.Content.AsSpan();
        var brace = text.LastIndexOf('{');
        if (brace < 0 || !text.TrimEnd().EndsWith("}"))
            return null;

        var said = text[brace..].ToString();
        var attributes = Attributes.Parse(said);
        var offset = last.Span.End - text.Length + 1 + brace;
        if (attributes is null)
        {
            if (said.Contains('=', StringComparison.Ordinal) || said.StartsWith("{#", StringComparison.Ordinal))
                report?.Invoke(page.Problem(offset, "CONT004", "What stands in these braces cannot be read. Write {themes=hukou}, {themes=\"hukou,work\"} or {#id}."));
            return null;
        }

        foreach (var key in attributes.Keys.Where(key => key != "themes"))
            report?.Invoke(page.Problem(offset, "CONT004", $"A heading has no '{key}'{Spelling.DidYouMean(key, ["themes"])}"));
        var end = last.Content.Start + brace - 1;
        while (end >= last.Content.Start && last.Content.Text[end] == ' ')
            end--;
        last.Content = new(last.Content.Text, last.Content.Start, end);
        last.Span = new(last.Span.Start, offset - 1);
        if (last.Content.IsEmpty)
            last.Remove();
        return attributes;
    }

    // As Git hosts make them: letters with their marks and digits of any script, small, with hyphens for the spaces between.
    private static string Slugify(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value is ' ' or '-')
                slug.Append('-');
        }

        return slug.Length > 0 ? slug.ToString() : "part";
    }

    [GeneratedRegex(@"\A(s[0-9]+|q-.*|source-.*|main|search)\z")]
    private static partial Regex Taken();
}
