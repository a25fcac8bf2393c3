namespace LastTrainHome.Citations;

/// <summary>How a title is set off from the words round it.</summary>
internal enum TitleForm
{
    /// <summary>A work that stands alone: in italics.</summary>
    Work,

    /// <summary>A part of something larger: in quotation marks.</summary>
    Part,

    /// <summary>A law, a case, a hearing: as it is.</summary>
    Plain,
}

/// <summary>A kind of source that CSL knows, and what the other formats call it.</summary>
internal sealed record SourceType(string Name, TitleForm Title, string BibTeX, string Ris)
{
    private static readonly Dictionary<string, SourceType> Known = new SourceType[]
    {
        new("article", TitleForm.Part, "misc", "GEN"),
        new("article-journal", TitleForm.Part, "article", "JOUR"),
        new("article-magazine", TitleForm.Part, "article", "MGZN"),
        new("article-newspaper", TitleForm.Part, "article", "NEWS"),
        new("bill", TitleForm.Plain, "misc", "BILL"),
        new("book", TitleForm.Work, "book", "BOOK"),
        new("broadcast", TitleForm.Work, "misc", "VIDEO"),
        new("chapter", TitleForm.Part, "incollection", "CHAP"),
        new("classic", TitleForm.Work, "misc", "CLSWK"),
        new("collection", TitleForm.Work, "misc", "GEN"),
        new("dataset", TitleForm.Work, "misc", "DATA"),
        new("document", TitleForm.Part, "misc", "GEN"),
        new("entry", TitleForm.Part, "incollection", "ENCYC"),
        new("entry-dictionary", TitleForm.Part, "incollection", "DICT"),
        new("entry-encyclopedia", TitleForm.Part, "incollection", "ENCYC"),
        new("event", TitleForm.Plain, "misc", "GEN"),
        new("figure", TitleForm.Part, "misc", "FIGURE"),
        new("graphic", TitleForm.Work, "misc", "ART"),
        new("hearing", TitleForm.Plain, "misc", "HEAR"),
        new("interview", TitleForm.Part, "misc", "PCOMM"),
        new("legal_case", TitleForm.Plain, "misc", "CASE"),
        new("legislation", TitleForm.Plain, "misc", "STAT"),
        new("manuscript", TitleForm.Part, "unpublished", "MANSCPT"),
        new("map", TitleForm.Work, "misc", "MAP"),
        new("motion_picture", TitleForm.Work, "misc", "MPCT"),
        new("musical_score", TitleForm.Work, "misc", "MUSIC"),
        new("pamphlet", TitleForm.Work, "booklet", "PAMP"),
        new("paper-conference", TitleForm.Part, "inproceedings", "CPAPER"),
        new("patent", TitleForm.Plain, "misc", "PAT"),
        new("performance", TitleForm.Work, "misc", "GEN"),
        new("periodical", TitleForm.Work, "misc", "SER"),
        new("personal_communication", TitleForm.Part, "misc", "PCOMM"),
        new("post", TitleForm.Part, "misc", "ELEC"),
        new("post-weblog", TitleForm.Part, "misc", "BLOG"),
        new("regulation", TitleForm.Plain, "misc", "GEN"),
        new("report", TitleForm.Work, "techreport", "RPRT"),
        new("review", TitleForm.Part, "article", "JOUR"),
        new("review-book", TitleForm.Part, "article", "JOUR"),
        new("software", TitleForm.Work, "misc", "COMP"),
        new("song", TitleForm.Part, "misc", "SOUND"),
        new("speech", TitleForm.Part, "misc", "GEN"),
        new("standard", TitleForm.Plain, "misc", "STAND"),
        new("thesis", TitleForm.Part, "phdthesis", "THES"),
        new("treaty", TitleForm.Plain, "misc", "GEN"),
        new("webpage", TitleForm.Part, "misc", "ELEC"),
    }.ToDictionary(type => type.Name);

    /// <summary>The names that may stand under <c>type</c>.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The kind with this name; a name nobody knows is a document.</summary>
    public static SourceType Of(string? name) => Known.GetValueOrDefault(name ?? "") ?? Known["document"];

    /// <summary>A part of something larger whose name follows an "In".</summary>
    public bool IsInBook => BibTeX is "incollection" or "inproceedings";

    /// <summary>Volume, issue and pages follow its container.</summary>
    public bool IsInJournal => Name is "article-journal" or "review" or "review-book";

    /// <summary>It is dated by the day, not only by the year.</summary>
    public bool IsDatedByDay => !IsInJournal && !IsInBook && Name is not ("book" or "motion_picture" or "thesis");
}
