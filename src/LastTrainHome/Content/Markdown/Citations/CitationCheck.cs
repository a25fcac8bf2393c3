using LastTrainHome.Content.Checks;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Markdown.Citations;

/// <summary>Checks citations in the text.</summary>
internal static class CitationCheck
{
    /// <summary>Checks that the sources cited exist, and notes them.</summary>
    public static void Check(PageChecker checker, CitationInline citation)
    {
        foreach (var cited in citation.Items)
        {
            if (checker.Symbols.Sources.ContainsKey(cited.Key))
                checker.Citations.Add(cited);
            else
                checker.Report(cited.Offset, "REF003", $"There is no source '{cited.Key}' in sources.json{Spelling.DidYouMean(cited.Key, checker.Symbols.Sources.Keys)}");
        }
    }

    /// <summary>Reports what begins like a citation and was not parsed as one.</summary>
    public static void CheckUnread(PageChecker checker, InlineText text)
    {
        for (var at = text.Text.IndexOf("[@", StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf("[@", at + 2, StringComparison.Ordinal))
            checker.Report(text.Offset(at), "CITE001", "This citation cannot be read. Write [@key], [@key, p. 3] or [@key; @other].");
    }
}
