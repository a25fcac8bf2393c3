using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Content.Syntax;
using LastTrainHome.Content.Tables;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content;

/// <summary>A number found bound in a text, before the sentence it stands in is known.</summary>
internal sealed record Binding(LinkInline Link, string StatisticKey, string Row, string Column, string? FromRow, string Words, IReadOnlyList<string> Themes);

/// <summary>Reads one page against all the others: where its links lead, whether its numbers agree with their rows, what it cites. What it finds
/// out about a link it stamps on the link.</summary>
internal sealed partial class PageChecker
{
    private readonly SourcePage page;
    private readonly SymbolTable symbols;
    private readonly List<(int Level, IReadOnlyList<string> Themes)> headings = [];
    private readonly Dictionary<string, (int Times, int Position)> links = [];

    private PageChecker(SourcePage page, SymbolTable symbols) => (this.page, this.symbols) = (page, symbols);

    public List<Problem> Problems { get; } = [];

    public List<Binding> Bindings { get; } = [];

    public List<PlainNumber> Plain { get; } = [];

    /// <summary>Sources cited in the text, in order.</summary>
    public List<Cited> Citations { get; } = [];

    /// <summary>Slugs of the themes in force where each question stands.</summary>
    public Dictionary<CustomContainer, IReadOnlyList<string>> QuestionThemes { get; } = [];

    /// <summary>The pages this one links to, in order of their first link.</summary>
    public IEnumerable<(string Key, int Times)> Links => links.OrderBy(link => link.Value.Position).Select(link => (link.Key, link.Value.Times));

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="document">Its body, parsed. Links in it get their stamps.</param>
    /// <param name="symbols">All pages.</param>
    public static PageChecker Read(SourcePage page, MarkdownDocument document, SymbolTable symbols)
    {
        var reader = new PageChecker(page, symbols);
        reader.ReadFields();
        reader.ReadBlocks(document, Place.Prose);
        return reader;
    }

    private enum Place
    {
        Prose,
        Question,
        Choice,
    }

    private void Report(int offset, string code, string message) => Problems.Add(page.Problem(offset, code, message));

    private void Report(Word word, string code, string message) => Problems.Add(new(page.Path, word.Line, word.Column, code, message));

    private void ReadFields()
    {
        var fields = page.Fields;
        foreach (var word in fields.Words("themes"))
            ReadName(PageKind.Theme, word.Text, "theme", "REF001", (code, message) => Report(word, code, message));
        if (page.Kind == PageKind.Claim && fields.Find("section") is Word section)
            ReadName(PageKind.Section, section.Text, "chapter", "REF002", (code, message) => Report(section, code, message));
        foreach (var word in fields.Words("sources"))
            ReadSource(word);
        if (fields.Find("review") is Pairs review)
            foreach (var word in Fields.Read(review, Keys.Review, (line, column, code, message) => Problems.Add(new(page.Path, line, column, code, message))).Words("source"))
                ReadSource(word);
        if (fields.Find("watch") is Many watch)
            foreach (var item in watch.Items.OfType<Pairs>())
                if (Fields.Read(item, Keys.Watch, (line, column, code, message) => Problems.Add(new(page.Path, line, column, code, message))).Find("url") is Word url
                    && !url.Text.StartsWith("https://", StringComparison.Ordinal) && !url.Text.StartsWith("http://", StringComparison.Ordinal))
                    Report(url, "LINK004", "An address here begins with https:// or http://.");
        if (page.Kind == PageKind.Claim)
            foreach (var word in fields.Words("statistics"))
                ReadCell(word);
        if (page.Kind == PageKind.Lesson)
            foreach (var word in fields.Words("assign"))
                ReadAssignable(word);
        foreach (var (key, offset) in page.Statistic?.Mentions ?? [])
            if (!symbols.Sources.ContainsKey(key))
                Problems.Add(page.Source.Problem(offset, "REF003", $"There is no source '{key}' in sources.json{Spelling.DidYouMean(key, symbols.Sources.Keys)}"));
    }

    private void ReadName(PageKind kind, string slug, string what, string missing, Action<string, string> report)
    {
        if (symbols.AtKey(kind.Key(slug)) is not { } target)
            report(missing, $"There is no {what} '{slug}'{Spelling.DidYouMean(slug, symbols.Slugs[kind])}");
        else if (target.IsDraft && !page.IsDraft)
            report("LINK005", $"The {what} '{slug}' is a draft. Publish it first, or leave it out here.");
    }

    private void ReadSource(Word word)
    {
        if (!symbols.Sources.ContainsKey(word.Text))
            Report(word, "REF003", $"There is no source '{word.Text}' in sources.json{Spelling.DidYouMean(word.Text, symbols.Sources.Keys)}");
    }

    private void ReadCell(Word word)
    {
        var (slug, fragment) = word.Text.Split('#') is [var name, var rest] ? (name, (string?)rest) : (word.Text, null);
        ReadName(PageKind.Statistic, slug, "statistic", "REF005", (code, message) => Report(word, code, message));
        if (fragment is not null && symbols.AtKey(PageKind.Statistic.Key(slug))?.Statistic is { } table && table.Cell(fragment) is null && !table.Rows.Contains(fragment))
            Report(word, "REF005", $"'{slug}' has no cell '{fragment}'{Spelling.DidYouMean(fragment, table.Fragments)}");
    }

    private void ReadAssignable(Word word)
    {
        var slash = word.Text.IndexOf('/', StringComparison.Ordinal);
        var (folder, slug) = (word.Text[..slash], word.Text[(slash + 1)..]);
        if (folder == "questions")
        {
            if (symbols.WithQuestion(slug) is not { } asking)
                Report(word, "REF006", $"There is no question '{slug}'{Spelling.DidYouMean(slug, symbols.Questions)}");
            else if (asking.IsDraft && !page.IsDraft)
                Report(word, "LINK005", $"The question '{slug}' stands in a draft. Publish it first, or leave it out here.");
        }
        else if (symbols.AtKey(word.Text) is not { } target)
        {
            var known = symbols.Slugs.SelectMany(of => of.Select(name => of.Key.Key(name)));
            Report(word, "REF006", $"There is no page '{word.Text}'{Spelling.DidYouMean(word.Text, known)}");
        }
        else if (target.IsDraft && !page.IsDraft)
        {
            Report(word, "LINK005", $"'{word.Text}' is a draft. Publish it first, or leave it out here.");
        }
    }

    private List<string>? themes;

    private List<string> Themes =>
        themes ??= [.. page.Fields.Texts("themes").Concat(Own).Concat(headings.SelectMany(heading => heading.Themes)).Distinct()];

    // A theme's page belongs to the theme.
    private string[] Own => page.Kind == PageKind.Theme ? [page.Slug] : [];

    private void ReadBlocks(ContainerBlock blocks, Place place, bool inList = false)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case CustomContainer container:
                    ReadContainer(container, place, inList);
                    break;
                case HeadingBlock heading:
                    headings.RemoveAll(above => above.Level >= heading.Level);
                    foreach (var theme in SourcePage.Themes(heading))
                        ReadName(PageKind.Theme, theme, "theme", "REF001", (code, message) => Report(page.OnFirstLine(heading, theme), code, message));
                    headings.Add((heading.Level, SourcePage.Themes(heading)));
                    themes = null;
                    ReadLeaf(heading, place);
                    break;
                case Table table:
                    ReadTable(table, place);
                    break;
                case ListBlock list:
                    ReadBlocks(list, place, inList: true);
                    break;
                case ContainerBlock inner:
                    ReadBlocks(inner, place, inList);
                    break;
                case LeafBlock leaf:
                    ReadLeaf(leaf, place);
                    break;
            }
        }
    }

    private void ReadContainer(CustomContainer container, Place place, bool inList)
    {
        var said = Container.Of(container);
        var start = container.Span.Start;
        if (said.Name.Length == 0)
            Report(start, "CONT005", "This ':::' closes nothing, so it would open a container without a name.");
        else if (!Container.Names.Contains(said.Name))
            Report(page.OnFirstLine(container, said.Name), "CONT001", $"There is no container '{said.Name}'{Spelling.DidYouMean(said.Name, Container.Names)}");
        if (container.ClosingFencedCharCount == 0 && said.Name.Length > 0)
            Report(start, "CONT002", "This container is never closed. Put ':::' on a line of its own after its last line.");
        if (inList)
            Report(start, "CONT003", "A container cannot stand in a list.");
        if (!said.IsReadable)
            Report(start, "CONT004", "The first line of this container cannot be read. Write ::: question {#id}, ::: care {note=\"…\"} or ::: perspective {person=slug}.");

        switch (said.Name)
        {
            case "question":
                ReadQuestion(container, said, place);
                return;
            case "care" when said.IsReadable && said["note"] is not { Length: > 0 }:
                Report(start, "CONT004", "A content note says what it is about: ::: care {note=\"Family violence\"}.");
                break;
            case "perspective" when said.IsReadable:
                var person = said["person"];
                if (person is null)
                    Report(start, "CONT004", "A perspective names its person: ::: perspective {person=slug}.");
                else
                    ReadName(PageKind.Person, person, "person", "REF004", (code, message) => Report(page.OnFirstLine(container, person), code, message));
                break;
        }

        ReadBlocks(container, place);
    }

    private void ReadQuestion(CustomContainer container, Container said, Place place)
    {
        var start = container.Span.Start;
        if (place != Place.Prose)
            Report(start, "QUEST005", "A question cannot stand in a question.");
        if (said.Attributes?.Id is not { } id)
        {
            if (said.IsReadable)
                Report(start, "QUEST001", "A question has an id that never changes: ::: question {#who-is-counted}.");
        }
        else if (!Fields.IsSlug(id) || id.Length < 2)
        {
            Report(page.OnFirstLine(container, id), "QUEST004", $"'{id}' cannot be the id of a question: use two or more small letters, digits and hyphens.");
        }

        QuestionThemes[container] = Themes;
        var question = QuestionParts.Of(container);
        if (question.Prompt.Count == 0)
            Report(start, "QUEST006", "This question asks nothing. Write what it asks before its choices.");
        if (question.Choices.Count > 0 && !question.Choices.Any(choice => choice.IsRight))
            Report(question.Choices[0].Item.Span.Start, "QUEST003", "None of these choices is right. Mark the right ones with [x].");
        if (question.Choices.Count == 1)
            Report(question.Choices[0].Item.Span.Start, "QUEST007", "One choice is no choice.");
        foreach (var choice in question.Choices.Where(choice => !choice.HasBox))
            Report(choice.Item.Span.Start, "QUEST008", "This choice has no box. Begin it with '- [ ]' or '- [x]'.");

        foreach (var block in question.Prompt.Concat(question.Feedback))
            ReadOne(block, Place.Question);
        foreach (var choice in question.Choices)
        {
            foreach (var block in choice.Blocks)
                ReadOne(block, Place.Choice);
            foreach (var block in choice.Feedback)
                ReadOne(block, Place.Question);
        }
    }

    private void ReadOne(Block block, Place place)
    {
        if (block is CustomContainer container)
            ReadContainer(container, place, inList: false);
        else if (block is Table table)
            ReadTable(table, place);
        else if (block is ContainerBlock inner)
            ReadBlocks(inner, place, block is ListBlock);
        else if (block is LeafBlock leaf)
            ReadLeaf(leaf, place);
    }

    // Markdown makes the best of a broken table; an editor would rather know.
    private void ReadTable(Table table, Place place)
    {
        var (line, column) = page.Source.At(page.BodyStart + table.Span.Start);
        var last = page.Source.At(page.BodyStart + table.Span.End).Line;
        var width = DataTable.Cells(page.Source, line, column - 1).Cells.Count;
        for (line++; line <= last; line++)
            if (DataTable.Cells(page.Source, line, Quoted(page.Source.Line(line))) is var row && row.Cells.Count != width)
                Problems.Add(page.Source.Problem(row.Offset, "TABLE001", $"This row has {row.Cells.Count} cells, the header {width}."));
        ReadBlocks(table, place);
    }

    // How many characters of a line only say that it is in a quote.
    private static int Quoted(ReadOnlySpan<char> line) => line.Length - line.TrimStart(" \t>").Length;

    private void ReadLeaf(LeafBlock leaf, Place place)
    {
        if (leaf is ParagraphBlock)
            ReadBrokenTable(leaf);
        if (leaf.Inline is null)
            return;

        ReadInlines(leaf.Inline);
        var flat = InlineText.Of(leaf.Inline, inline => inline is CitationInline or PlainInline or CodeInline or AutolinkInline or TaskList
            || (inline is LinkInline link && Reference.On(link) is { Class: "number" or "number change" }), page.Body);
        for (var at = flat.Text.IndexOf("[@", StringComparison.Ordinal); at >= 0; at = flat.Text.IndexOf("[@", at + 2, StringComparison.Ordinal))
            Report(flat.Offset(at), "CITE001", "This citation cannot be read. Write [@key], [@key, p. 3] or [@key; @other].");
        if (place != Place.Choice)
            ReadNaked(flat);
    }

    private void ReadInlines(ContainerInline inlines)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LinkInline link:
                    ReadLink(link);
                    break;
                case AutolinkInline { IsEmail: false } link when !IsAllowed(link.Url):
                    Report(link.Span.Start, "LINK004", "A link here begins with https://, http:// or mailto:.");
                    break;
                case CitationInline citation:
                    ReadCitation(citation);
                    break;
                case PlainInline plain:
                    ReadPlain(plain);
                    break;
            }

            if (inline is ContainerInline inner)
                ReadInlines(inner);
        }
    }

    private void ReadBrokenTable(LeafBlock leaf)
    {
        var line = page.Source.At(page.BodyStart + leaf.Span.Start).Line;
        var last = page.Source.At(page.BodyStart + leaf.Span.End).Line;
        for (; line <= last; line++)
        {
            if (!DataTable.IsDelimiter(page.Source.Line(line)))
                continue;
            Problems.Add(new(page.Path, line, 1, "TABLE002", "This table is not read as one: each of its lines needs a '|', and the header as many cells as this line."));
            return;
        }
    }

    private void ReadCitation(CitationInline citation)
    {
        foreach (var cited in citation.Items)
        {
            if (symbols.Sources.ContainsKey(cited.Key))
                Citations.Add(cited);
            else
                Report(cited.Offset, "REF003", $"There is no source '{cited.Key}' in sources.json{Spelling.DidYouMean(cited.Key, symbols.Sources.Keys)}");
        }
    }

    private void ReadPlain(PlainInline plain)
    {
        var words = InlineText.Of(plain).Text;
        var (line, column) = page.Source.At(page.BodyStart + plain.Span.Start);
        if (string.IsNullOrWhiteSpace(plain.Reason))
            Report(plain.Span.Start, "NUM004", $"Say why '{words}' needs no row: [{words}]{{.plain reason=\"…\"}}.");
        else
            Plain.Add(new(page.Path, line, column, words, plain.Reason));
    }

    private void ReadLink(LinkInline link)
    {
        var url = link.Url ?? "";
        var at = link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start;
        if (link.IsImage)
        {
            Report(link.Span.Start, "LINK007", "A study shows no pictures.");
            return;
        }

        if (Scheme(url) is not null || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith('\\'))
        {
            if (!IsAllowed(url))
                Report(at, "LINK004", "A link to elsewhere begins with https://, http:// or mailto:.");
            return;
        }

        if (url.Length == 0)
        {
            Report(at, "LINK001", "This link leads nowhere: nothing stands between its brackets.");
            return;
        }

        if (url.StartsWith('/'))
        {
            Report(at, "LINK006", $"'{url}' is an address of the site. Link to the file, from this file: '../themes/01-name.md'.");
            return;
        }

        var (file, fragment) = url.Split('#', 2) is [var before, var after] ? (before, (string?)after) : (url, null);
        if (Target(file, at) is not { } target)
            return;
        if (target.IsDraft && !page.IsDraft)
            Report(at, "LINK005", $"'{file}' is a draft. Publish it first, or leave the link out.");
        if (target != page)
            links[target.Key] = links.TryGetValue(target.Key, out var seen) ? (seen.Times + 1, seen.Position) : (1, links.Count);
        if (target.Statistic is { } table && fragment is { Length: > 0 } && !target.HeadingIds.Contains(fragment))
            ReadNumber(link, target, table, Uri.UnescapeDataString(fragment), at);
        else
            ReadReference(link, target, fragment is { Length: > 0 } ? Uri.UnescapeDataString(fragment) : null, at);
    }

    private SourcePage? Target(string file, int at)
    {
        if (file.Length == 0)
            return page;
        var folder = page.Path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? page.Path[..slash] : "";
        if (symbols.Resolve(folder, file) is not { } path)
        {
            Report(at, "LINK003", $"'{file}' leads out of the content folder.");
            return null;
        }

        if (symbols.AtPath(path) is { } found)
            return found;
        var nearest = path == "sources.json" ? null : Spelling.Nearest(path, symbols.Paths);
        var written = nearest is null || folder.Length == 0 ? nearest
            : nearest.StartsWith($"{folder}/", StringComparison.Ordinal) ? nearest[(folder.Length + 1)..] : $"../{nearest}";
        Report(at, "LINK001", path == "sources.json"
            ? "A source is not linked but cited: [@key]."
            : $"'{file}' leads nowhere{(written is null ? "." : $"; did you mean '{written}'?")}");
        return null;
    }

    private void ReadReference(LinkInline link, SourcePage target, string? fragment, int at)
    {
        var address = target.Kind.Address(target.Slug);
        if (fragment is not null)
        {
            var anchor = target.HeadingIds.Contains(fragment) ? target.Anchor(fragment)
                : target.QuestionIds.Any(question => question.Id == fragment) ? Container.QuestionAnchor(fragment) : null;
            if (anchor is null)
            {
                var known = target.HeadingIds.Concat(target.QuestionIds.Select(question => question.Id));
                Report(at, "LINK002", $"'#{fragment}' leads to nothing in '{target.Path}'{Spelling.DidYouMean(fragment, known)}");
                return;
            }

            address = $"{address.Split('#')[0]}#{anchor}";
        }

        var fields = target.Fields;
        var words = InlineText.Of(link).Text;
        var isOriginal = words.Length > 0 && fragment is null && (words == fields.Text("original") || fields.Texts("variants").Contains(words));
        new Reference(address, target.Kind.ToString().ToLowerInvariant())
        {
            Language = isOriginal ? fields.Text("language") ?? symbols.Language : null,
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
