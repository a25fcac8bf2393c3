using LastTrainHome.Content.Files;
using LastTrainHome.Content.Markdown;
using LastTrainHome.Content.Markdown.BoundNumbers;
using LastTrainHome.Content.Markdown.Citations;
using LastTrainHome.Content.Markdown.Headings;
using LastTrainHome.Content.Markdown.Links;
using LastTrainHome.Content.Markdown.PlainNumbers;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Checks;

/// <summary>Which part of a page is being checked: some rules hold only in some parts.</summary>
internal enum PagePart
{
    Prose,
    Question,
    Choice,
}

/// <summary>Checks one page against all the others: where its links lead, whether its numbers agree with their rows, what it cites.
/// It attaches to each link where it leads, so that the renderer need not look again. Each feature of the Markdown brings its own check.</summary>
internal sealed class PageChecker
{
    private readonly List<(int Level, IReadOnlyList<string> Themes)> headings = [];
    private readonly LinkCheck links;
    private readonly NumberCheck numbers;
    private List<string>? themes;

    private PageChecker(SourcePage page, SymbolTable symbols)
    {
        (Page, Symbols) = (page, symbols);
        numbers = new(this);
        links = new(this, numbers);
    }

    public SourcePage Page { get; }

    public SymbolTable Symbols { get; }

    public List<Problem> Problems { get; } = [];

    public List<Binding> Bindings => numbers.Bindings;

    public List<PlainNumber> Plain { get; } = [];

    /// <summary>Sources cited in the text, in order.</summary>
    public List<Cited> Citations { get; } = [];

    /// <summary>Slugs of the themes in force where each question stands.</summary>
    public Dictionary<CustomContainer, IReadOnlyList<string>> QuestionThemes { get; } = [];

    /// <summary>The pages this one links to, in order of their first link, and how often.</summary>
    public IEnumerable<(string Key, int Times)> Links => links.Pages;

    /// <summary>Slugs of the themes in force at the block being checked.</summary>
    public IReadOnlyList<string> Themes =>
        themes ??= [.. Page.Fields.Texts("themes").Concat(OwnTheme).Concat(headings.SelectMany(heading => heading.Themes)).Distinct()];

    // A theme's page belongs to the theme.
    private string[] OwnTheme => Page.Kind == PageKind.Theme ? [Page.Slug] : [];

    /// <summary>Checks a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="document">Its body, parsed.</param>
    /// <param name="symbols">All pages.</param>
    public static PageChecker Check(SourcePage page, MarkdownDocument document, SymbolTable symbols)
    {
        var checker = new PageChecker(page, symbols);
        FrontMatterCheck.Check(checker);
        checker.CheckBlocks(document, PagePart.Prose);
        return checker;
    }

    /// <summary>Reports a problem at a place in the body.</summary>
    public void Report(int offset, string code, string message) => Problems.Add(Page.Problem(offset, code, message));

    /// <summary>Reports a slug that names no page of a kind, or names a draft.</summary>
    /// <param name="kind">The kind of page.</param>
    /// <param name="slug">Its slug as written.</param>
    /// <param name="what">What editors call such a page.</param>
    /// <param name="missing">The code of the problem when there is none.</param>
    /// <param name="report">Takes code and message.</param>
    public void CheckName(PageKind kind, string slug, string what, string missing, Action<string, string> report)
    {
        if (Symbols.AtKey(kind.Key(slug)) is not { } target)
            report(missing, $"There is no {what} '{slug}'{Spelling.DidYouMean(slug, Symbols.Slugs[kind])}");
        else if (target.IsDraft && !Page.IsDraft)
            report("LINK005", $"The {what} '{slug}' is a draft. Publish it first, or leave it out here.");
    }

    /// <summary>Checks blocks one after the other.</summary>
    /// <param name="inList">Whether they stand in a list, where no container may.</param>
    public void CheckBlocks(IEnumerable<Block> blocks, PagePart part, bool inList = false)
    {
        foreach (var block in blocks)
            CheckBlock(block, part, inList);
    }

    private void CheckBlock(Block block, PagePart part, bool inList)
    {
        switch (block)
        {
            case CustomContainer container:
                CheckContainer(container, part, inList);
                break;
            case HeadingBlock heading:
                CheckHeading(heading, part);
                break;
            case Table table:
                TableCheck.Check(this, table);
                CheckBlocks(table, part);
                break;
            case ListBlock list:
                CheckBlocks(list, part, inList: true);
                break;
            case ContainerBlock inner:
                CheckBlocks(inner, part, inList);
                break;
            case LeafBlock leaf:
                CheckLeaf(leaf, part);
                break;
        }
    }

    private void CheckHeading(HeadingBlock heading, PagePart part)
    {
        headings.RemoveAll(above => above.Level >= heading.Level);
        foreach (var theme in PageHeadings.Themes(heading))
            CheckName(PageKind.Theme, theme, "theme", "REF001", (code, message) => Report(Page.OnFirstLine(heading, theme), code, message));
        headings.Add((heading.Level, PageHeadings.Themes(heading)));
        themes = null;
        CheckLeaf(heading, part);
    }

    private void CheckContainer(CustomContainer container, PagePart part, bool inList)
    {
        var header = Container.Of(container);
        var start = container.Span.Start;
        var feature = ContainerFeature.Named(header.Name);
        if (header.Name.Length == 0)
            Report(start, "CONT005", "This ':::' closes nothing, so it would open a container without a name.");
        else if (feature is null)
            Report(Page.OnFirstLine(container, header.Name), "CONT001",
                $"There is no container '{header.Name}'{Spelling.DidYouMean(header.Name, ContainerFeature.Names)}");
        if (container.ClosingFencedCharCount == 0 && header.Name.Length > 0)
            Report(start, "CONT002", "This container is never closed. Put ':::' on a line of its own after its last line.");
        if (inList)
            Report(start, "CONT003", "A container cannot stand in a list.");
        if (!header.IsReadable)
            Report(start, "CONT004", $"The first line of this container cannot be read. Write {ContainerFeature.Examples}.");

        if (feature is null)
            CheckBlocks(container, part);
        else
            feature.Check(this, container, header, part);
    }

    private void CheckLeaf(LeafBlock leaf, PagePart part)
    {
        if (leaf is ParagraphBlock)
            TableCheck.CheckUnread(this, leaf);
        if (leaf.Inline is null)
            return;

        CheckInlines(leaf.Inline);
        var text = InlineText.Of(leaf.Inline, IsHidden, Page.Body);
        CitationCheck.CheckUnread(this, text);
        if (part != PagePart.Choice)
            numbers.CheckNaked(text);
    }

    // What other checks answer for is hidden from the search for numbers.
    private static bool IsHidden(Inline inline) =>
        inline is CitationInline or PlainInline or CodeInline or AutolinkInline or TaskList
        || (inline is LinkInline link && Reference.On(link) is { Class: "number" or "number change" });

    private void CheckInlines(ContainerInline inlines)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LinkInline link:
                    links.Check(link);
                    break;
                case AutolinkInline link:
                    links.Check(link);
                    break;
                case CitationInline citation:
                    CitationCheck.Check(this, citation);
                    break;
                case PlainInline plain:
                    PlainNumberCheck.Check(this, plain);
                    break;
            }

            if (inline is ContainerInline inner)
                CheckInlines(inner);
        }
    }
}
