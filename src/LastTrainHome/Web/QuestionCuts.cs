namespace LastTrainHome.Web;

/// <summary>A page's text cut at its questions, so that a form can stand where the question stood.</summary>
public static class Prose
{
    private const string Opening = "<section class=\"question\" id=\"q-";

    /// <summary>The pieces in order: text, or the id of a question. Joined with their own HTML they are the page again.</summary>
    /// <param name="html">A page's rendered body.</param>
    public static IEnumerable<Piece> Cut(string html)
    {
        var from = 0;
        while (html.IndexOf(Opening, from, StringComparison.Ordinal) is >= 0 and var start)
        {
            var id = start + Opening.Length;
            var end = End(html, start);
            if (start > from)
                yield return new(html[from..start], null);
            yield return new(html[start..end], html[id..html.IndexOf('"', id)]);
            from = end;
        }

        if (from < html.Length)
            yield return new(html[from..], null);
    }

    // Behind the end tag that belongs to the section which begins here.
    private static int End(string html, int start)
    {
        var (at, depth) = (start, 0);
        do
        {
            var close = html.IndexOf("</section>", at + 1, StringComparison.Ordinal);
            if (close < 0)
                return html.Length;
            var open = html.IndexOf("<section", at + 1, close - at - 1, StringComparison.Ordinal);
            (at, depth) = open >= 0 ? (open, depth + 1) : (close, depth - 1);
        }
        while (depth >= 0);
        return at + "</section>".Length;
    }

    /// <param name="Html">As it stands on the page.</param>
    /// <param name="Question">The question it is; null for text between them.</param>
    public sealed record Piece(string Html, string? Question);
}
