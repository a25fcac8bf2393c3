using System.Text.Encodings.Web;
using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Html;

namespace LastTrainHome.Web.Layout;

/// <summary>The study as the pages of this request show it.</summary>
public sealed class SiteInfo(CurrentEdition edition, HtmlEncoder encoder)
{
    private StudyInfo? study;

    /// <summary>The study. <see cref="ReadAsync"/> must have found one before.</summary>
    public StudyInfo Study => study ?? throw new InvalidOperationException("The study has not been read yet.");

    /// <summary>The study, or null while nothing has been published.</summary>
    public async ValueTask<StudyInfo?> ReadAsync() => study ??= (await edition.IndexAsync()).Study;

    /// <summary>Plain text of the study, with words in the film's language marked as such.</summary>
    public IHtmlContent Mark(string? text)
    {
        var html = new HtmlContentBuilder();
        var scripts = Scripts.Between(Study.Language, Study.WrittenIn);
        for (var from = 0; text is not null && from < text.Length;)
        {
            var (start, length) = scripts.Next(text, from);
            html.AppendHtml(encoder.Encode(text[from..start]));
            if (length > 0)
            {
                var words = encoder.Encode(text.Substring(start, length));
                html.AppendHtml($"<span lang=\"{encoder.Encode(Study.Language)}\" translate=\"no\">{words}</span>");
            }

            from = start + Math.Max(length, 1);
        }

        return html;
    }
}
