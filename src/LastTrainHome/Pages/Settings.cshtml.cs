using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>How the reader wants to read. Chosen and kept on the device; the server never learns it.</summary>
public sealed class SettingsModel(LibraryDb db) : PageModel
{
    /// <summary>What can be set, in the order of the form.</summary>
    public Setting[] Settings { get; } =
    [
        new("size", "Size of the letters", [new("s", "Smaller"), new("", "Usual"), new("l", "Larger"), new("xl", "Largest")]),
        new("spacing", "Space between letters and lines", [new("", "Usual"), new("wide", "Wider")]),
        new("measure", "Length of the lines", [new("narrow", "Shorter"), new("", "Usual"), new("wide", "Longer")]),
        new("theme", "Light or dark", [new("", "As this device"), new("light", "Light"), new("dark", "Dark")]),
        new("reading", "Above words in the film’s language", [new("", "How it is said"), new("gloss", "What it means"), new("off", "Nothing")]),
        new("motion", "Movement", [new("", "As this device"), new("off", "None")]),
    ];

    /// <summary>A word that shows what stands above words; null where the study has none with an original.</summary>
    public Word? Sample { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Sample = await db.Terms
        .Where(term => term.Original != null)
        .OrderBy(term => term.Position)
        .Select(term => new Word(term.Original!, term.Romanization, term.Language, term.Gloss))
        .FirstOrDefaultAsync(cancel);

    /// <param name="Name">Its attribute on the root element: <c>data-size</c>.</param>
    /// <param name="Title">What is set.</param>
    /// <param name="Choices">One of which has no value: how the site comes.</param>
    public sealed record Setting(string Name, string Title, Choice[] Choices);

    public sealed record Choice(string Value, string Words);

    public sealed record Word(string Original, string? Romanization, string Language, string Gloss);
}
