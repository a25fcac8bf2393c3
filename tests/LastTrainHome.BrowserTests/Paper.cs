using System.Text;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace LastTrainHome.BrowserTests;

/// <summary>A page as it comes out of the printer, on A4, read from the file the browser makes of it.</summary>
internal sealed class Paper
{
    /// <summary>A4 without the margins that the style sheet wants, in CSS pixels.</summary>
    public const int Width = 627;

    private readonly List<string> sheets = [];

    private Paper()
    {
    }

    /// <summary>Whether letters are as large as the style sheet wants them. A browser prints a page smaller that is wider than the paper.</summary>
    public bool IsFullSize { get; private set; } = true;

    /// <summary>Letters that lie beyond the edge of the paper.</summary>
    public List<string> Cut { get; } = [];

    /// <summary>What stands above words.</summary>
    public string Above { get; private set; } = "";

    /// <param name="above">How large letters are that stand above words, in CSS pixels: they are drawn between the lines they belong to.</param>
    public static async Task<Paper> OfAsync(IPage page, double above)
    {
        var paper = new Paper();
        using var file = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true, Format = "A4" }));
        foreach (var sheet in file.GetPages())
            paper.Read(sheet, above);
        return paper;
    }

    /// <summary>Whether a text stands on the paper in one piece, or begun at the foot of one sheet and ended on the next.</summary>
    public bool Holds(string text)
    {
        var sought = Plain(text);
        return sheets.Exists(sheet => sheet.Contains(sought, StringComparison.Ordinal))
            || Enumerable.Range(0, sheets.Count - 1).Any(sheet => Enumerable.Range(1, Math.Max(0, sought.Length - 1)).Any(at =>
                sheets[sheet].Contains(sought[..at], StringComparison.Ordinal) && sheets[sheet + 1].Contains(sought[at..], StringComparison.Ordinal)));
    }

    /// <summary>A text as it is compared: without spaces and the marks that the style sheet adds, in small letters, each Chinese character as one mark.
    /// A font draws several of those with one shape, and the file names the shape.</summary>
    public static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
        .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\u00ad' or '\u200b' or '↗' or '◦'))
        .Select(letter => letter is >= '\u2e80' and <= '\u9fff' ? '字' : letter));

    private void Read(Page sheet, double above)
    {
        var (text, small) = (new StringBuilder(), new StringBuilder());
        foreach (var letter in sheet.Letters)
        {
            (Math.Abs(letter.FontSize - above) < .1 ? small : text).Append(letter.Value);
            var box = letter.BoundingBox;
            if (letter.Value.Trim().Length > 0 && (box.Left < 0 || box.Right > sheet.Width || box.Bottom < 0 || box.Top > sheet.Height))
                Cut.Add($"page {sheet.Number}: {letter.Value}");
            IsFullSize &= letter.PointSize > letter.FontSize * .74; // 72 points are 96 pixels
        }

        sheets.Add(Plain(text.ToString()));
        Above += Plain(small.ToString());
    }
}
