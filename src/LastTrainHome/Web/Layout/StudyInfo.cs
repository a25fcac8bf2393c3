using System.Globalization;
using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Related;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Layout;

/// <summary>What the head and foot of every page say about the study.</summary>
/// <param name="Title">The film's title, which is also the study's.</param>
/// <param name="Language">BCP 47: the film's.</param>
/// <param name="WrittenIn">BCP 47: the study's own.</param>
/// <param name="Themes">The first themes, which stand first everywhere.</param>
public sealed record StudyInfo(
    string Title, string? Original, string Language, string WrittenIn, string Director, int Year, string Rights, string? Licence,
    List<StudyInfo.ThemeLink> Themes)
{
    /// <summary>How the study's language writes numbers and dates.</summary>
    public CultureInfo Culture { get; } = DisplayFormat.CultureOf(WrittenIn);

    /// <summary>How many themes stand first, in the navigation and on the front page.</summary>
    public const int FirstThemes = 3;

    /// <summary>Reads it; null while nothing has been published.</summary>
    internal static async Task<StudyInfo?> ReadAsync(LibraryDb db, List<IndexedTheme> themes)
    {
        var first = themes.Take(FirstThemes).Select(theme => new ThemeLink(theme.Slug, theme.Title)).ToList();
        var film = await db.Documentaries
            .Select(film => new { film.Title, film.Original, film.Language, film.WrittenIn, film.Director, film.Year, film.Rights, film.Licence })
            .SingleOrDefaultAsync();
        return film is null
            ? null
            : new(film.Title, film.Original, film.Language, film.WrittenIn, film.Director, film.Year, film.Rights, film.Licence, first);
    }

    public sealed record ThemeLink(string Slug, string Title);
}
