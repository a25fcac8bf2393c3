using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.Markdown.BoundNumbers;
using LastTrainHome.Content.Markdown.Questions;
using LastTrainHome.Library;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown.Links;

/// <summary>Checks where links lead, and attaches the address to each.</summary>
internal sealed class LinkCheck(PageChecker checker, NumberCheck numbers)
{
    private readonly Dictionary<string, (int Times, int Position)> pages = [];

    /// <summary>The pages linked to, in order of their first link, and how often.</summary>
    public IEnumerable<(string Key, int Times)> Pages => pages.OrderBy(link => link.Value.Position).Select(link => (link.Key, link.Value.Times));

    /// <summary>Checks an address that stands in the text as it is.</summary>
    public void Check(AutolinkInline link)
    {
        if (!link.IsEmail && !IsAllowed(link.Url))
            checker.Report(link.Span.Start, "LINK004", "A link here begins with https://, http:// or mailto:.");
    }

    /// <summary>Checks a link.</summary>
    public void Check(LinkInline link)
    {
        var url = link.Url ?? "";
        var at = link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start;
        if (link.IsImage)
        {
            checker.Report(link.Span.Start, "LINK007", "A study shows no pictures.");
            return;
        }

        if (Scheme(url) is not null || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith('\\'))
        {
            if (!IsAllowed(url))
                checker.Report(at, "LINK004", "A link to elsewhere begins with https://, http:// or mailto:.");
            return;
        }

        if (url.Length == 0)
        {
            checker.Report(at, "LINK001", "This link leads nowhere: nothing stands between its brackets.");
            return;
        }

        if (url.StartsWith('/'))
        {
            checker.Report(at, "LINK006", $"'{url}' is an address of the site. Link to the file, from this file: '../themes/01-name.md'.");
            return;
        }

        var (file, fragment) = url.Split('#', 2) is [var before, var after] ? (before, (string?)after) : (url, null);
        if (Target(file, at) is not { } target)
            return;
        if (target.IsDraft && !checker.Page.IsDraft)
            checker.Report(at, "LINK005", $"'{file}' is a draft. Publish it first, or leave the link out.");
        if (target != checker.Page)
            pages[target.Key] = pages.TryGetValue(target.Key, out var seen) ? (seen.Times + 1, seen.Position) : (1, pages.Count);
        if (target.Statistic is { } table && fragment is { Length: > 0 } && !target.HeadingIds.Contains(fragment))
            numbers.Check(link, target, table, Uri.UnescapeDataString(fragment), at);
        else
            CheckReference(link, target, fragment is { Length: > 0 } ? Uri.UnescapeDataString(fragment) : null, at);
    }

    private SourcePage? Target(string file, int at)
    {
        if (file.Length == 0)
            return checker.Page;
        var folder = checker.Page.Path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? checker.Page.Path[..slash] : "";
        if (checker.Symbols.Resolve(folder, file) is not { } path)
        {
            checker.Report(at, "LINK003", $"'{file}' leads out of the content folder.");
            return null;
        }

        if (checker.Symbols.AtPath(path) is { } found)
            return found;
        var nearest = path == "sources.json" ? null : Spelling.Nearest(path, checker.Symbols.Paths);
        var written = nearest is null || folder.Length == 0 ? nearest
            : nearest.StartsWith($"{folder}/", StringComparison.Ordinal) ? nearest[(folder.Length + 1)..] : $"../{nearest}";
        checker.Report(at, "LINK001", path == "sources.json"
            ? "A source is not linked but cited: [@key]."
            : $"'{file}' leads nowhere{(written is null ? "." : $"; did you mean '{written}'?")}");
        return null;
    }

    private void CheckReference(LinkInline link, SourcePage target, string? fragment, int at)
    {
        var address = target.Kind.Address(target.Slug);
        if (fragment is not null)
        {
            var anchor = target.HeadingIds.Contains(fragment) ? target.Anchor(fragment)
                : target.QuestionIds.Any(question => question.Id == fragment) ? QuestionContainer.Anchor(fragment) : null;
            if (anchor is null)
            {
                var known = target.HeadingIds.Concat(target.QuestionIds.Select(question => question.Id));
                checker.Report(at, "LINK002", $"'#{fragment}' leads to nothing in '{target.Path}'{Spelling.DidYouMean(fragment, known)}");
                return;
            }

            address = $"{address.Split('#')[0]}#{anchor}";
        }

        var fields = target.Fields;
        var words = InlineText.Of(link).Text;
        var isOriginal = words.Length > 0 && fragment is null && (words == fields.Text("original") || fields.Texts("variants").Contains(words));
        new Reference(address, target.Kind.ToString().ToLowerInvariant())
        {
            Language = isOriginal ? fields.Text("language") ?? checker.Symbols.Language : null,
            Romanization = isOriginal ? fields.Text("romanization") : null,
            Gloss = isOriginal ? target.Meaning : null,
        }.Stamp(link);
    }

    private static string? Scheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && url.AsSpan(0, colon).IndexOfAny("/?#") < 0 ? url[..colon] : null;
    }

    private static bool IsAllowed(string url) => Scheme(url)?.ToLowerInvariant() is "http" or "https" or "mailto";
}
