using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>Asks a student who comes with a card that was printed in advance for a name. From then on the card is theirs.</summary>
public sealed class ClaimCard(StudyStore store)
{
    /// <summary>The class that a student has yet to choose a name for; null when there is none.</summary>
    public async Task<string?> FindAsync(Guid student, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.UnclaimedOf(student)
            .Join(db.Classes, place => place.ClassId, one => one.Id, (_, one) => one.Name)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Chooses the name.</summary>
    /// <returns>Why it cannot be; null when it is chosen, now or in another tab before.</returns>
    public async Task<Refusal?> NameAsync(Guid student, string? pseudonym)
    {
        var key = Pseudonym.Key(pseudonym);
        var problem = Pseudonym.Problem(pseudonym) ?? await store.WriteAsync(async db =>
        {
            if (await db.UnclaimedOf(student).FirstOrDefaultAsync() is not { } place)
                return null;
            if (await db.Students.AnyAsync(other => other.ClassId == place.ClassId && other.Id != place.Id && other.PseudonymKey == key))
                return JoinClass.NameTaken;
            place.Rename(pseudonym!);
            place.IsUnclaimed = false;
            return null;
        });
        return problem is null ? null : new(problem, "Pseudonym");
    }
}

internal static class UnclaimedCards
{
    /// <summary>A student's places, in classes that go on, for which no name has been chosen yet.</summary>
    public static IQueryable<Student> UnclaimedOf(this StudyDb db, Guid student) =>
        db.Students.Where(place => place.AccountId == student && place.IsUnclaimed && place.LeftAt == null
            && db.Classes.Any(one => one.Id == place.ClassId && one.ArchivedAt == null)).OrderBy(place => place.Id);
}
