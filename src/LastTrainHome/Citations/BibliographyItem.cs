namespace LastTrainHome.Citations;

/// <summary>An item as a bibliography shows it.</summary>
/// <param name="Id">The id it is cited by.</param>
/// <param name="Title">Its title; its id where it has none.</param>
/// <param name="Short">Author and date, as a citation in the text gives them: <c>Chan 2009</c>. No two items of a list share it.</param>
/// <param name="ReferenceHtml">The full reference, safe to write into a page.</param>
/// <param name="Csl">The item as it came, in CSL-JSON on one line.</param>
/// <param name="SearchText">What a reader may search for, one field a line.</param>
public sealed record BibliographyItem(string Id, string Title, string Short, string ReferenceHtml, string Csl, string SearchText);
