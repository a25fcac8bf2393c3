using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>Lets a student into a class with its code, under a name of their own choice.</summary>
public sealed class JoinClass(StudyStore store, NewCards cards, TimeProvider clock)
{
    /// <summary>Why a name is refused that somebody in the class has.</summary>
    public const string NameTaken = "Somebody in this class has this name already. Choose another one.";

    private const string UnknownCode = "No class has this code. It has six letters and digits; there is no zero, no one, and no O, I or L in it.";
    private const string Closed = "This class takes nobody in just now. Ask your teacher to open it.";
    private const string Archived = "This class is over and has been put away, so nobody can join it any more.";
    private const string Removed = "You have been in this class before. Only its teacher can let you in again.";
    private const int MostDraws = 20;

    private static readonly Refusal NoDevice = new("Say whose device this is.", "Device");

    /// <summary>Makes an account for somebody new, with a card that is shown once.</summary>
    /// <param name="isShared">Whether others use the device too; null when that was not said.</param>
    public async Task<JoinResult> AsNewStudentAsync(string? code, string? pseudonym, bool? isShared, CancellationToken cancel)
    {
        await using (var db = store.Read())
            if (await CheckAsync(db, null, code, pseudonym) is var found && (found.Refusals.Count > 0 || isShared is null))
                return new(found.Class is null || isShared is not null ? found.Refusals : [.. found.Refusals, NoDevice], found.Class is null);

        for (var draw = 0; draw < MostDraws; draw++)
        {
            var (card, account) = (await cards.DrawAsync(1, cancel))[0];
            var joined = await store.WriteAsync(async db =>
            {
                if (await db.Accounts.AnyAsync(one => one.NormalizedUserName == account.NormalizedUserName))
                    return null;
                db.Accounts.Add(account);
                return await EnterAsync(db, account.Id, code, pseudonym);
            }, CancellationToken.None);
            if (joined is not null)
                return joined.Student is null ? joined : joined with { Card = card };
        }

        throw new InvalidOperationException($"In {MostDraws} draws no card was free.");
    }

    /// <summary>Lets a student who has a card into one more class with it.</summary>
    public async Task<JoinResult> WithCardAsync(Guid student, string? code, string? pseudonym)
    {
        await using (var db = store.Read())
        {
            var found = await CheckAsync(db, student, code, pseudonym);
            if (found is { Class: not null, Place: { LeftAt: null } place })
                return new([], Student: place);
            if (found.Refusals.Count > 0)
                return new(found.Refusals, found.Class is null);
        }

        return await store.WriteAsync(db => EnterAsync(db, student, code, pseudonym));
    }

    private async Task<JoinResult> EnterAsync(StudyDb db, Guid account, string? code, string? pseudonym)
    {
        var found = await CheckAsync(db, account, code, pseudonym);
        return found.Refusals.Count > 0
            ? new(found.Refusals, found.Class is null)
            : new([], Student: found.Place ?? found.Class!.Add(account, pseudonym!, clock.GetUtcNow().UtcDateTime));
    }

    private static async Task<Check> CheckAsync(StudyDb db, Guid? student, string? typed, string? pseudonym)
    {
        var (code, name) = (ClassCode.Clean(typed), Pseudonym.Key(pseudonym));
        if (await db.Classes.SingleOrDefaultAsync(one => one.Code == code) is not { } found)
            return new(null, null, [new(UnknownCode, "Code")]);
        if (Obstacle(found) is { } obstacle)
            return new(found, null, [new(obstacle, "Code"), .. Unfit(pseudonym)]);
        if (student is not null && await db.Students.SingleOrDefaultAsync(one => one.ClassId == found.Id && one.AccountId == student) is { } place)
            return new(found, place, place.LeftAt is null ? [] : [new(Removed, "Code")]);
        if (await db.Students.AnyAsync(one => one.ClassId == found.Id && one.PseudonymKey == name))
            return new(found, null, [new(NameTaken, "Pseudonym")]);
        return new(found, null, [.. Unfit(pseudonym)]);
    }

    private static string? Obstacle(Class found) => found.IsArchived ? Archived : found.IsOpen ? null : Closed;

    private static IEnumerable<Refusal> Unfit(string? pseudonym) =>
        Pseudonym.Problem(pseudonym) is { } problem ? [new Refusal(problem, "Pseudonym")] : [];

    /// <param name="Class">Null when the code is unknown.</param>
    /// <param name="Place">The student's place in it, left or not; null for somebody new.</param>
    private sealed record Check(Class? Class, Student? Place, IReadOnlyList<Refusal> Refusals);
}

/// <summary>Whether somebody is in the class now.</summary>
/// <param name="Refusals">Why not; empty for somebody who is in.</param>
/// <param name="IsUnknownCode">Whether the code is no class's: perhaps a guess.</param>
/// <param name="Student">The place in the class.</param>
/// <param name="Card">The new card of somebody new.</param>
public sealed record JoinResult(IReadOnlyList<Refusal> Refusals, bool IsUnknownCode = false, Student? Student = null, SignInCard? Card = null);
