namespace LastTrainHome.Classroom;

/// <summary>A student's answer to one question, in one assignment or on his own. It is saved while it is typed, and nothing that was saved is lost:
/// what a save would overwrite unseen becomes a <see cref="AnswerVersion"/> of its own.</summary>
public sealed class Answer
{
    public const int MaxLength = 20_000;

    // While somebody types, a version every so often is enough to go back to.
    private static readonly TimeSpan BetweenVersions = TimeSpan.FromMinutes(2);

    public int Id { get; init; }
    public required Guid AccountId { get; set; }
    public int? AssignmentId { get; init; }
    public required string QuestionId { get; init; }

    /// <summary>The page the question stood on.</summary>
    public required string PageKey { get; init; }

    /// <summary>The question in the words it had when it was answered.</summary>
    public required string Prompt { get; set; }

    public string Text { get; private set; } = "";

    /// <summary>Positions of the choices picked, ascending; empty for an open question.</summary>
    public List<int> Choices { get; private set; } = [];

    /// <summary>Counts saves: whoever saves says on which one he builds.</summary>
    public int Version { get; private set; }

    public required DateTime SavedAt { get; set; }

    /// <summary>When it was handed in; null while it is a draft.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Whether it was handed in after it was due.</summary>
    public bool IsLate { get; private set; }

    /// <summary>How often it has been handed in: a choice question answered again counts anew.</summary>
    public int Tries { get; private set; }

    public List<AnswerVersion> Versions { get; init; } = [];
    public List<Comment> Comments { get; init; } = [];

    public bool IsSubmitted => SubmittedAt is not null;
    public bool IsEmpty => Text.Length == 0 && Choices.Count == 0;

    /// <summary>Saves what was typed, if it builds on what is here.</summary>
    /// <param name="builtOn">The version the writer had before him.</param>
    /// <returns>False when another tab or device saved something else meanwhile: then what came is kept as a version set aside, and this answer stays as it was.</returns>
    /// <exception cref="InvalidOperationException">It has been handed in: it must be taken back first.</exception>
    public bool Write(string text, IEnumerable<int> choices, int builtOn, DateTime at)
    {
        if (IsSubmitted)
            throw new InvalidOperationException($"Answer {Id} was handed in at {SubmittedAt:O}.");

        var picked = choices.Distinct().Order().ToList();
        if (text == Text && picked.SequenceEqual(Choices))
            return true;
        if (builtOn != Version)
        {
            SetAside(text, picked, at);
            return false;
        }

        // Before much is deleted or time has passed, what stood here is worth going back to.
        if (!IsEmpty && (text.Length < Text.Length / 2 || at - LastKept > BetweenVersions))
            Keep();
        Text = text;
        Choices = picked;
        Version++;
        SavedAt = at;
        return true;
    }

    /// <summary>Keeps what came too late to stand here: beside this answer, once.</summary>
    public void SetAside(string text, List<int> choices, DateTime at)
    {
        if (!Versions.Exists(version => version.IsAside && version.Text == text && version.Choices.SequenceEqual(choices)))
            Versions.Add(new() { Number = Version, Text = text, Choices = choices, At = at, IsAside = true });
    }

    /// <summary>Makes a version the draft again; what stood here becomes one.</summary>
    /// <param name="builtOn">The version of the answer whoever restores has seen.</param>
    /// <returns>False when it was saved meanwhile, or is handed in: then nothing changes.</returns>
    public bool Restore(AnswerVersion version, int builtOn, DateTime at)
    {
        if (IsSubmitted || builtOn != Version)
            return false;
        if (!IsEmpty)
            Keep();
        (Text, Choices, SavedAt) = (version.Text, [.. version.Choices], at);
        Version++;
        return true;
    }

    /// <summary>Hands it in.</summary>
    public void Submit(DateTime at, bool isLate)
    {
        if (IsSubmitted)
            return;
        SubmittedAt = at;
        IsLate = isLate;
        Tries++;
        Version++;
        Keep();
    }

    /// <summary>Makes a draft of it again.</summary>
    public void TakeBack()
    {
        SubmittedAt = null;
        IsLate = false;
        Version++;
    }

    /// <summary>Whether this one stays where one student answered a question twice, under two accounts: what was handed in goes before a draft, then the newer.</summary>
    public bool Outweighs(Answer other) =>
        IsSubmitted != other.IsSubmitted ? IsSubmitted : SavedAt != other.SavedAt ? SavedAt > other.SavedAt : Id > other.Id;

    /// <summary>Takes in what the same student answered under another account: as it stood it becomes a version set aside, and what was kept of it is kept here.</summary>
    public void TakeIn(Answer other)
    {
        foreach (var version in other.Versions.Where(version => version.Text != other.Text || !version.Choices.SequenceEqual(other.Choices)))
            Versions.Add(version.Aside());
        if (!other.IsEmpty)
            Versions.Add(new() { Number = other.Version, Text = other.Text, Choices = [.. other.Choices], At = other.SavedAt, SubmittedAt = other.SubmittedAt, IsAside = true });
    }

    private DateTime LastKept => Versions.Where(version => !version.IsAside).Select(version => version.At).DefaultIfEmpty(DateTime.MinValue).Max();

    private void Keep()
    {
        if (!Versions.Exists(version => !version.IsAside && version.Number == Version))
            Versions.Add(new() { Number = Version, Text = Text, Choices = [.. Choices], At = SavedAt, SubmittedAt = SubmittedAt });
    }
}

/// <summary>An answer as it once stood.</summary>
public sealed class AnswerVersion
{
    public int Id { get; init; }
    public int AnswerId { get; init; }

    /// <summary>The answer's version it was, or on which it did not build.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }
    public required List<int> Choices { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When it was handed in; null for a draft.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>Whether it never stood: it came from a tab or device that had not seen the newest.</summary>
    public bool IsAside { get; init; }

    internal AnswerVersion Aside() => new() { Number = Number, Text = Text, Choices = [.. Choices], At = At, SubmittedAt = SubmittedAt, IsAside = true };
}

/// <summary>What a teacher says to an answer.</summary>
public sealed class Comment
{
    public const int MaxLength = 5_000;

    public int Id { get; init; }
    public int AnswerId { get; init; }
    public required Guid TeacherId { get; init; }

    /// <summary>Markdown as typed.</summary>
    public required string Text { get; set; }

    /// <summary>The same, rendered and safe.</summary>
    public required string Html { get; set; }

    public required DateTime At { get; set; }

    /// <summary>When the student first saw it.</summary>
    public DateTime? SeenAt { get; set; }
}
