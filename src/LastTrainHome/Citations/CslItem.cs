namespace LastTrainHome.Citations;

/// <summary>One item of a CSL-JSON list, with its citation and reference rendered.</summary>
/// <param name="Id">The key it is cited by.</param>
/// <param name="Title">Plain text; the id where the item has no title.</param>
/// <param name="Csl">The item as CSL-JSON, one object on one line.</param>
/// <param name="Short">Author and date for a citation in the text, without brackets: <c>Chan 2009</c>.</param>
/// <param name="ReferenceHtml">The full reference, safe to write into a page.</param>
/// <param name="Text">What a search should find it by, a line each: titles, names, container, publisher and year.</param>
public sealed record CslItem(string Id, string Title, string Csl, string Short, string ReferenceHtml, string Text);
