namespace LastTrainHome.Library;

/// <summary>What every page of a study has, whatever its kind. A page's key is its kind and slug, so that editors may reorder files freely.</summary>
public abstract class Page(PageKind kind)
{
    /// <summary><c>sections/no-seats</c>.</summary>
    public required string Key { get; init; }

    public PageKind Kind { get; private init; } = kind;

    /// <summary>The file's name without extension and sorting number; for a source its key.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; set; }

    /// <summary>The page's place among its kind, from 0: by <c>order</c>, then by file name.</summary>
    public int Position { get; set; }

    /// <summary>The page's row in the full-text index, unique in the library, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The content file, relative to the content folder: <c>sections/03-no-seats.md</c>.</summary>
    public required string File { get; init; }

    /// <summary>A content note for the whole page.</summary>
    public string? Care { get; set; }

    /// <summary>The body, rendered. Safe to write out as it is.</summary>
    public string Html { get; set; } = "";

    /// <summary>The canonical text: what a reader reads, without romanization, citation marks and questions. Blocks are parted by a line feed.
    /// Offsets of notes count in it, in UTF-16 code units.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where each sentence begins in <see cref="Text"/>. The n-th (from 1) has the id <c>sN</c> in <see cref="Html"/>.</summary>
    public List<int> SentenceStarts { get; init; } = [];

    /// <summary>Words in the canonical text; a CJK character counts as half a word. For reading time.</summary>
    public int Words { get; set; }

    public string Address => Kind.Address(Slug);

    public List<Heading> Headings { get; init; } = [];
    public List<Passage> Passages { get; init; } = [];
    public List<Link> Links { get; init; } = [];
    public List<Citation> Citations { get; init; } = [];
    public List<Question> Questions { get; init; } = [];
    public List<BoundNumber> Numbers { get; init; } = [];
    public List<Alias> Aliases { get; init; } = [];
}

/// <summary>A heading in a page's body.</summary>
public sealed class Heading
{
    public required string PageKey { get; init; }

    /// <summary>The fragment that leads to it.</summary>
    public required string Id { get; init; }

    /// <summary>2 to 6.</summary>
    public required int Level { get; init; }

    public required string Title { get; init; }
    public required int Position { get; init; }
}

/// <summary>A page, or the part of it under one heading, that belongs to a theme.</summary>
public sealed class Passage
{
    /// <summary><c>themes/hukou</c>.</summary>
    public required string ThemeKey { get; init; }

    public required string PageKey { get; init; }

    /// <summary>The heading's id, or empty for the whole page.</summary>
    public required string HeadingId { get; init; }

    /// <summary>The passage's first sentences, as plain text, at most about 280 characters.</summary>
    public required string Excerpt { get; init; }

    public required int Position { get; init; }
}

/// <summary>A link from one page's text to another page.</summary>
public sealed class Link
{
    public required string FromKey { get; init; }
    public required string ToKey { get; init; }

    /// <summary>How often the one leads to the other.</summary>
    public required int Times { get; init; }

    public required int Position { get; init; }
}

/// <summary>A place where a page cites a source. A source named in front matter alone has no locator and comes after those cited in the text.</summary>
public sealed class Citation
{
    public required string PageKey { get; init; }

    /// <summary><c>sources/nbs-mws-2021</c>.</summary>
    public required string SourceKey { get; init; }

    /// <summary><c>p. 3</c>, as written.</summary>
    public string? Locator { get; init; }

    public required int Position { get; init; }
}

/// <summary>A slug a page once had. A link to it leads on to the page.</summary>
public sealed class Alias
{
    public required PageKind Kind { get; init; }
    public required string Slug { get; init; }
    public required string PageKey { get; init; }
}

/// <summary>A number in a page's text that is held to a row of a statistic.</summary>
public sealed class BoundNumber
{
    public required string PageKey { get; init; }

    /// <summary>Its place among the page's numbers, from 0.</summary>
    public required int Position { get; init; }

    /// <summary><c>statistics/migrant-workers</c>.</summary>
    public required string StatisticKey { get; init; }

    /// <summary>The row: a period, category or name.</summary>
    public required string Row { get; init; }

    public required string Column { get; init; }

    /// <summary>For a calculated change, the row it is counted from; else null.</summary>
    public string? FromRow { get; init; }

    /// <summary>The words of the link: <c>about 293 million</c>.</summary>
    public required string Words { get; init; }

    /// <summary>The sentence it stands in, from 1; 0 outside the canonical text.</summary>
    public required int Sentence { get; init; }

    /// <summary>Slugs of the themes of the passage it stands in.</summary>
    public List<string> Themes { get; init; } = [];
}
