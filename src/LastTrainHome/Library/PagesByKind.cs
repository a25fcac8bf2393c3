namespace LastTrainHome.Library;

/// <summary>The study itself: the film, the review it follows, and whose they are. Its body is the welcome page.</summary>
public sealed class Documentary() : Page(PageKind.Documentary)
{
    /// <summary>The film's title in its own language.</summary>
    public string? Original { get; init; }

    /// <summary>BCP 47: the film's language, and the default for every <c>original</c>.</summary>
    public required string Language { get; init; }

    /// <summary>BCP 47: the language the study is written in.</summary>
    public required string WrittenIn { get; init; }

    public string? Romanization { get; init; }
    public required string Director { get; init; }
    public required int Year { get; init; }
    public string? Runtime { get; init; }
    public string? ReviewTitle { get; init; }
    public List<string> ReviewAuthors { get; init; } = [];
    public string? ReviewPublisher { get; init; }

    /// <summary><c>sources/orca-review</c>.</summary>
    public string? ReviewSourceKey { get; init; }

    /// <summary>Lawful ways to see the film.</summary>
    public List<Watch> Watch { get; init; } = [];

    public required string Rights { get; init; }

    /// <summary>The licence of the study's own text and data.</summary>
    public string? Licence { get; init; }
}

/// <summary>A lawful way to see the film.</summary>
public sealed class Watch
{
    public required int Position { get; init; }
    public required string Where { get; init; }
    public string? Note { get; init; }
    public string? Url { get; init; }
}

/// <summary>A chapter of the review.</summary>
public sealed class Section() : Page(PageKind.Section);

/// <summary>A question the study follows through its passages, numbers, terms, scenes and claims.</summary>
public sealed class Theme() : Page(PageKind.Theme)
{
    public string? Original { get; init; }
    public string? Romanization { get; init; }
    public required string Question { get; init; }

    /// <summary>How long the route takes, in minutes, where the editor says so.</summary>
    public int? Minutes { get; init; }
}

/// <summary>A word worth explaining.</summary>
public sealed class Term() : Page(PageKind.Term)
{
    public string? Original { get; init; }

    /// <summary>Other spellings of the original: traditional characters, say.</summary>
    public List<string> Variants { get; init; } = [];

    public string? Romanization { get; init; }

    /// <summary>BCP 47: the language of <see cref="Original"/>.</summary>
    public required string Language { get; init; }

    /// <summary>The meaning in a few words.</summary>
    public required string Gloss { get; init; }
}

/// <summary>Somebody in the film, or who made it. The title is the name.</summary>
public sealed class Person() : Page(PageKind.Person)
{
    public string? Original { get; init; }
    public string? Romanization { get; init; }
    public required string Role { get; init; }
    public string? Generation { get; init; }
}

/// <summary>A place. The title is its name.</summary>
public sealed class Place() : Page(PageKind.Place)
{
    public string? Original { get; init; }
    public string? Romanization { get; init; }

    /// <summary>What it is: city, station, district.</summary>
    public required string Sort { get; init; }

    /// <summary>Degrees, WGS 84, north positive; null where no place is to be pointed at.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees, WGS 84, east positive.</summary>
    public double? Longitude { get; init; }
}

/// <summary>Something that happened, on the timeline.</summary>
public sealed class Event() : Page(PageKind.Event)
{
    /// <summary><c>2008</c>, <c>2008-01</c> or <c>2008-01-26</c>, as exactly as it is known. Sorts as text.</summary>
    public required string Date { get; init; }

    /// <summary>What it has to do with: film, transport, hukou …, in the editor's words.</summary>
    public required string Sort { get; init; }
}

/// <summary>A part of the film, told from published accounts.</summary>
public sealed class Scene() : Page(PageKind.Scene)
{
    /// <summary>Where it comes in the film: opening, second winter.</summary>
    public required string When { get; init; }

    /// <summary>Film time, <c>41:20</c>, where it is known.</summary>
    public string? Time { get; init; }
}

/// <summary>Something the review states, set beside the evidence. The title is the claim, in the study's own words.</summary>
public sealed class Claim() : Page(PageKind.Claim)
{
    /// <summary>Who states it.</summary>
    public required string By { get; init; }

    /// <summary><c>sections/how-many</c>.</summary>
    public required string SectionKey { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Rows of statistics it is checked against.</summary>
    public List<ClaimStatistic> Statistics { get; init; } = [];
}

/// <summary>A statistic, or one cell of it, that a claim is checked against.</summary>
public sealed class ClaimStatistic
{
    public required string ClaimKey { get; init; }
    public required int Position { get; init; }
    public required string StatisticKey { get; init; }

    /// <summary>The cell's fragment, <c>2021-total</c>, or null for the whole statistic.</summary>
    public string? Fragment { get; init; }
}

/// <summary>What the evidence says of a claim. The words on screen are about the evidence, never the person.</summary>
public enum Verdict
{
    Holds,
    NeedsContext,
    MixesDefinitions,
    Forecast,
    Contradicted,
    Unverified,
}

/// <summary>A ready lesson: what to do with a class, and what it assigns.</summary>
public sealed class Lesson() : Page(PageKind.Lesson)
{
    /// <summary>Whom it is for.</summary>
    public required string For { get; init; }

    public required int Minutes { get; init; }

    /// <summary>Keys of what it assigns, in order: <c>sections/no-seats</c>, <c>questions/who-is-counted</c>.</summary>
    public List<string> Assigns { get; init; } = [];
}

/// <summary>A source that is cited. The slug is its key in <c>sources.json</c>.</summary>
public sealed class Source() : Page(PageKind.Source)
{
    /// <summary>The entry as CSL-JSON, one object.</summary>
    public required string Csl { get; init; }

    /// <summary>Author and date for a citation in the text, without brackets: <c>Chan 2009</c>.</summary>
    public required string Short { get; init; }

    /// <summary>The whole reference, rendered.</summary>
    public required string ReferenceHtml { get; init; }
}
