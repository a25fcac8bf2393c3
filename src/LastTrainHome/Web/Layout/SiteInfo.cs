using System.Text.Encodings.Web;
using LastTrainHome.Library;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Layout;

/// <summary>What stands at the head and foot of every page, read once a request.</summary>
public sealed class SiteInfo(LibraryDb db, HtmlEncoder encoder)
{
    /// <summary>How many themes stand first, in navigation and on the front page.</summary>
    public const int FirstThemes = 3;

    private StudyInfo? read;

    /// <summary>What was read. No page is shown before it has been.</summary>
    public StudyInfo Study => read ?? throw new InvalidOperationException("The study has not been read yet.");

    /// <summary>The study, or null when nothing has been published yet.</summary>
    public async Task<StudyInfo?> ReadAsync(CancellationToken cancel) => read ??= await LoadAsync(cancel);

    /// <summary>A plain text of the study's, the words of the film's language in it marked as such.</summary>
    public IHtmlContent Mark(string? text)
    {
        var html = new HtmlContentBuilder();
        var scripts = Scripts.Between(Study.Language, Study.WrittenIn);
        for (var from = 0; text is not null && from < text.Length;)
        {
            var (start, length) = scripts.Next(text, from);
            html.AppendHtml(encoder.Encode(text[from..start]));
            if (length > 0)
                html.AppendHtml($"<span lang=\"{encoder.Encode(Study.Language)}\" translate=\"no\">{encoder.Encode(text.Substring(start, length))}</span>");
            from = start + Math.Max(length, 1);
        }

        return html;
    }

    private async Task<StudyInfo?> LoadAsync(CancellationToken cancel)
    {
        var themes = await db.Themes
            .OrderBy(theme => theme.Position)
            .Select(theme => new ThemeLink(theme.Slug, theme.Title))
            .Take(FirstThemes)
            .ToListAsync(cancel);

        return await db.Documentaries
            .Select(film => new StudyInfo(film.Title, film.Original, film.Language, film.WrittenIn, film.Director, film.Year, film.Rights, film.Licence, themes))
            .SingleOrDefaultAsync(cancel);
    }

    /// <param name="Title">The film's title, by which the study goes.</param>
    /// <param name="Language">BCP 47: the film's.</param>
    /// <param name="WrittenIn">BCP 47: the study's own.</param>
    /// <param name="Themes">The first themes, which stand first everywhere.</param>
    public sealed record StudyInfo(
        string Title, string? Original, string Language, string WrittenIn, string Director, int Year, string Rights, string? Licence, List<ThemeLink> Themes);

    public sealed record ThemeLink(string Slug, string Title);
}
