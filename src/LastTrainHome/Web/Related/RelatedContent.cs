using LastTrainHome.Library;

namespace LastTrainHome.Web.Related;

/// <summary>What stands around a page's own text: the themes it belongs to, the sources it cites, and the pages that link to it.</summary>
public sealed record RelatedContent(
    List<RelatedContent.ThemeEntry> Themes, List<SourceEntry> Sources, List<RelatedContent.LinkingPages> LinksHere)
{
    public sealed record ThemeEntry(string Slug, string Title);

    /// <summary>The pages of one kind that link here.</summary>
    public sealed record LinkingPages(PageKind Kind, List<LinkingPage> Pages);

    public sealed record LinkingPage(string Address, string Title);
}

/// <summary>An entry in a list of sources.</summary>
/// <param name="Short">Author and date, as a citation gives them.</param>
public sealed record SourceEntry(string Slug, string Short, string ReferenceHtml);
