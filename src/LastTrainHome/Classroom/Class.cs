using System.Security.Cryptography;

namespace LastTrainHome.Classroom;

/// <summary>A teacher's class. Students come in with its code, under pseudonyms.</summary>
public sealed class Class
{
    public const int MaxName = 100;

    public int Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What students type to come in: <see cref="ClassCode"/>'s letters, unique among all classes.</summary>
    public required string Code { get; set; }

    /// <summary>The account of the teacher whose class it is.</summary>
    public required Guid TeacherId { get; init; }

    /// <summary>The IANA name of the zone its times are shown in, <c>Europe/Amsterdam</c>.</summary>
    public required string TimeZone { get; set; }

    public required DateTime MadeAt { get; init; }

    /// <summary>Whether its code lets students in.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Whether those who join wait until the teacher has let them in.</summary>
    public bool AsksTeacher { get; set; }

    /// <summary>When it was archived; null while it goes on. Nothing in an archived class is changed.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>The card number the next student gets.</summary>
    public int NextNumber { get; set; } = 1;

    public List<Student> Students { get; init; } = [];
    public List<Assignment> Assignments { get; init; } = [];

    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Adds a student under a number that nobody else in the class has had.</summary>
    /// <param name="pseudonym">Already found good by <see cref="Pseudonym.Problem"/>.</param>
    public Student Add(Guid account, string pseudonym, DateTime at)
    {
        if (IsArchived)
            throw new InvalidOperationException($"Class {Id} was archived at {ArchivedAt:O}.");
        var student = new Student
        {
            AccountId = account,
            Number = NextNumber++,
            Pseudonym = Classroom.Pseudonym.Clean(pseudonym),
            PseudonymKey = Classroom.Pseudonym.Key(pseudonym),
            JoinedAt = at,
            IsWaiting = AsksTeacher,
        };
        Students.Add(student);
        return student;
    }
}

/// <summary>The letters and digits of class codes: none that is taken for another.</summary>
public static class ClassCode
{
    /// <summary>Neither 0 and O, nor 1, I and L.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Length = 6;

    /// <summary>A new one: 31⁶, some 890 million.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What somebody typed, as it is kept: any case, spaces and hyphens ignored.</summary>
    public static string Clean(string? typed) =>
        string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '–' or '·'))).ToUpperInvariant();

    /// <summary>As it is shown: <c>ABC DEF</c>.</summary>
    public static string Show(string code) => code.Length == Length ? $"{code[..3]} {code[3..]}" : code;
}
