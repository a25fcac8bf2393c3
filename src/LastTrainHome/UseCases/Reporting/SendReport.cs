using System.Globalization;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Reporting;

/// <summary>Keeps what a reader says is wrong, for the editors.</summary>
public sealed class SendReport(StudyStore store, TimeProvider clock)
{
    // Within which the very same report is a double click, or a way back and forth.
    private static readonly TimeSpan Repeated = TimeSpan.FromMinutes(10);

    /// <param name="page">The path of the page it is about; null when it is about none in particular.</param>
    /// <param name="edition">The edition readers get.</param>
    public async Task<SentReport> SendAsync(string? page, string edition, string? text, string? source, string? contact)
    {
        var (cleanText, cleanSource, cleanContact) = (Clean(text), Clean(source), Clean(contact));
        if (Problems(cleanText, cleanSource, cleanContact) is { Count: > 0 } refusals)
            return new(null, refusals);

        var now = clock.GetUtcNow().UtcDateTime;
        var (sourceOrNull, contactOrNull) = (OrNull(cleanSource), OrNull(cleanContact));
        var sent = await store.WriteAsync(async db =>
        {
            var lately = now - Repeated;
            var report = await db.Reports.FirstOrDefaultAsync(one => one.SentAt > lately && one.State == ReportState.Open
                && one.Page == page && one.Text == cleanText && one.Source == sourceOrNull && one.Contact == contactOrNull);
            return report ?? db.Reports.Add(new()
            {
                Page = page,
                Edition = edition,
                Text = cleanText,
                Source = sourceOrNull,
                Contact = contactOrNull,
                SentAt = now,
            }).Entity;
        });
        return new(sent.Id, []);
    }

    /// <summary>Why these cannot be sent; empty when they can.</summary>
    public static IReadOnlyList<Refusal> Problems(string? text, string? source, string? contact)
    {
        Refusal?[] refusals =
        [
            Clean(text).Length == 0 ? new("Say what is wrong, in a sentence or two.", "Text") : null,
            TooLong("Text", "what is wrong", Clean(text), Report.MaxText),
            TooLong("Source", "where you know it from", Clean(source), Report.MaxSource),
            TooLong("Contact", "how to reach you", Clean(contact), Report.MaxContact),
        ];
        return [.. refusals.OfType<Refusal>()];
    }

    private static Refusal? TooLong(string input, string what, string typed, int most) => typed.Length > most
        ? new(string.Create(CultureInfo.InvariantCulture, $"Please shorten {what}: it has {typed.Length:N0} characters, and {most:N0} is the most."), input)
        : null;

    private static string Clean(string? typed) => UserText.Clean(typed, int.MaxValue).Trim();

    private static string? OrNull(string typed) => typed.Length == 0 ? null : typed;
}

/// <summary>Whether a report is kept.</summary>
/// <param name="Number">The number the reader is told; null when it was refused.</param>
public sealed record SentReport(int? Number, IReadOnlyList<Refusal> Refusals);
