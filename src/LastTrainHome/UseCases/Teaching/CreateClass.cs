using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Makes a class, with a code that no other class has.</summary>
public sealed class CreateClass(StudyStore store, TimeProvider clock)
{
    /// <param name="zone">The IANA name of the zone in which its times are shown.</param>
    public async Task<CreatedClass> CreateAsync(Guid teacher, string? name, string? zone)
    {
        var clean = Pseudonym.Clean(name);
        Refusal?[] refusals =
        [
            clean.Length == 0 ? new("Give the class a name, so that you can tell it from others.", "Name")
                : clean.Length > Class.MaxName ? new($"Choose a shorter name: at most {Class.MaxName} letters.", "Name")
                : null,
            ClassTime.Knows(zone) ? null : new("Choose the time zone in which this class's times are shown.", "Zone"),
        ];
        if (refusals.OfType<Refusal>().ToList() is { Count: > 0 } problems)
            return new(null, problems);

        var now = clock.GetUtcNow().UtcDateTime;
        var made = await store.WriteAsync(async db => db.Classes.Add(new()
        {
            Name = clean,
            Code = await FreeCodeAsync(db),
            TeacherId = teacher,
            TimeZone = zone!,
            MadeAt = now,
        }).Entity);
        return new(made.Id, []);
    }

    /// <summary>A code that no class has.</summary>
    internal static async Task<string> FreeCodeAsync(StudyDb db)
    {
        while (true)
            if (ClassCode.Draw() is var code && !await db.Classes.AnyAsync(one => one.Code == code))
                return code;
    }
}

/// <summary>Whether a class was made.</summary>
/// <param name="Id">Its number; null when it was refused.</param>
public sealed record CreatedClass(int? Id, IReadOnlyList<Refusal> Refusals);
