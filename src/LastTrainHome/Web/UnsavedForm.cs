using Microsoft.AspNetCore.Diagnostics;

namespace LastTrainHome.Web;

/// <summary>What somebody typed into a form that was refused before any page could take it: the session had ended, the form was out of date, the
/// store could not be written. The page that says so shows it, so that nothing is lost and it can be sent again.</summary>
/// <param name="Action">Where the form was sent.</param>
/// <param name="Path">The same without its query.</param>
/// <param name="Typed">The fields in which something was typed.</param>
/// <param name="Others">Everything else that was sent.</param>
public sealed record UnsavedForm(string Action, string Path, IReadOnlyList<TypedField> Typed, IReadOnlyList<KeyValuePair<string, string>> Others)
{
    private const string Token = "__RequestVerificationToken";

    // Every field of the site's forms in which people write, and what it is called.
    private static readonly Dictionary<string, (string Label, bool IsLong)> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["About"] = ("On which page", false),
        ["Title"] = ("Title", false),
        ["Name"] = ("Name", false),
        ["Pseudonym"] = ("Name in the class", false),
        ["Text"] = ("What you typed", true),
        ["Instructions"] = ("Instructions", true),
        ["Note"] = ("Your note", true),
        ["Source"] = ("Where you know it from", true),
        ["Contact"] = ("How to reach you", false),
    };

    // A form with one of these is never shown again.
    private static readonly HashSet<string> Secrets = new(["Password", "Again", "Current", "Card", "Token"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The form whose refusal is being shown; null where none was sent, nothing was typed into it, or it must not be shown again.</summary>
    public static async Task<UnsavedForm?> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        var request = context.Request;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not { } original || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;
        if (request.Headers["Sec-Fetch-Site"] == "cross-site")
            return null; // another site wrote it

        var form = await TryReadAsync(request, cancel);
        if (form is null || form.Keys.Any(Secrets.Contains))
            return null;
        var typed = new List<TypedField>();
        var others = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in form.Where(field => field.Key != Token))
            foreach (var value in values.Select(value => value ?? ""))
                if (Fields.TryGetValue(name, out var field))
                    typed.Add(new(name, field.Label, value, field.IsLong));
                else
                    others.Add(new(name, value));
        var path = original.OriginalPathBase + original.OriginalPath;
        return typed.Exists(field => !string.IsNullOrWhiteSpace(field.Value)) ? new(path + original.OriginalQueryString, path, typed, others) : null;
    }

    private static async Task<IFormCollection?> TryReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null; // too large, or cut off on the way
        }
    }
}

/// <summary>A field in which something was typed.</summary>
/// <param name="IsLong">Whether it takes more than one line.</param>
public sealed record TypedField(string Name, string Label, string Value, bool IsLong);
