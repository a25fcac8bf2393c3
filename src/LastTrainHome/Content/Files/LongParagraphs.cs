using LastTrainHome.Content.Markdown;

namespace LastTrainHome.Content.Files;

/// <summary>Keeps paragraphs from the parser whose time would grow with the square of their length.</summary>
internal static class LongParagraphs
{
    /// <summary>The body with blanks in the place of paragraphs that are too long, so that everything else keeps its offset.</summary>
    /// <param name="report">Takes offset, code and message.</param>
    public static string Blank(ReadOnlySpan<char> body, Action<int, string, string> report)
    {
        char[]? blanked = null;
        var (start, at) = (0, 0);
        while (at <= body.Length)
        {
            var end = at < body.Length ? body[at..].IndexOf('\n') : 0;
            end = end < 0 ? body.Length : at + end;
            var blank = at >= body.Length || body[at..end].Trim("> \t\r").Length == 0;
            if (blank)
            {
                var run = at - start;
                if (run > StudyMarkdown.LongestParagraph)
                {
                    report(start, "PARA001", $"This paragraph has {run} characters; {StudyMarkdown.LongestParagraph} is the most. Divide it with blank lines.");
                    blanked ??= body.ToArray();
                    for (var place = start; place < start + run; place++)
                        if (blanked[place] is not ('\n' or '\r'))
                            blanked[place] = ' ';
                }

                start = end + 1;
            }

            at = end + 1;
        }

        return blanked is null ? body.ToString() : new(blanked);
    }
}
