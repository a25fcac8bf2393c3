using LastTrainHome.Content.Checks;

namespace LastTrainHome.Content.Markdown.PlainNumbers;

/// <summary>Checks that a number without a row has its reason, and notes it.</summary>
internal static class PlainNumberCheck
{
    public static void Check(PageChecker checker, PlainInline plain)
    {
        var words = InlineText.Of(plain).Text;
        var (line, column) = checker.Page.Source.At(checker.Page.BodyStart + plain.Span.Start);
        if (string.IsNullOrWhiteSpace(plain.Reason))
            checker.Report(plain.Span.Start, "NUM004", $"Say why '{words}' needs no row: [{words}]{{.plain reason=\"…\"}}.");
        else
            checker.Plain.Add(new(checker.Page.Path, line, column, words, plain.Reason));
    }
}
