namespace LastTrainHome.Classroom;

/// <summary>A student's answer to one question, in an assignment or outside any. It is saved while it is typed, and what a save would
/// overwrite unseen becomes an <see cref="AnswerVersion"/> of its own. All it needs to know of its versions stands in the answer itself, so that
/// a save loads none of them.</summary>
public sealed class Answer
{
    public const int MaxLength = 20_000;

    /// <summary>How many versions set aside an answer keeps; the oldest goes when another comes.</summary>
    public const int MostSetAside = 50;

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

    /// <summary>Counts saves: each save names the one it builds on.</summary>
    public int Version { get; private set; }

    /// <summary>The <see cref="Version"/> that was last kept as an <see cref="AnswerVersion"/>; 0 while none was.</summary>
    public int KeptVersion { get; private set; }

    /// <summary>When that version was saved; null while none was kept.</summary>
    public DateTime? KeptAt { get; private set; }

    public required DateTime SavedAt { get; set; }

    /// <summary>When it was handed in; null while it is a draft.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Whether it was handed in after it was due.</summary>
    public bool IsLate { get; private set; }

    /// <summary>How often it has been handed in: a choice question answered again counts anew.</summary>
    public int Tries { get; private set; }

    /// <summary>Earlier states. May be left unloaded: what is added is saved all the same. Before something is set aside, those set aside
    /// before must be here.</summary>
    public List<AnswerVersion> Versions { get; init; } = [];

    public List<Comment> Comments { get; init; } = [];

    public bool IsSubmitted => SubmittedAt is not null;
    public bool IsEmpty => Text.Length == 0 && Choices.Count == 0;

    /// <summary>Saves what was typed, if it builds on what is here.</summary>
    /// <param name="builtOn">The version the writer had before them.</param>
    /// <returns>False when another tab or device saved something else meanwhile: then what came is kept as a version set aside, and this
    /// answer stays as it was.</returns>
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
        if (!IsEmpty && (text.Length < Text.Length / 2 || KeptAt is null || at - KeptAt > BetweenVersions))
            Keep();
        Text = text;
        Choices = picked;
        Version++;
        SavedAt = at;
        return true;
    }

    /// <summary>Keeps what came too late to stand here: beside this answer, once. The oldest of more than <see cref="MostSetAside"/> go.</summary>
    public void SetAside(string text, List<int> choices, DateTime at)
    {
        if (Versions.Exists(version => version.IsAside && version.Text == text && version.Choices.SequenceEqual(choices)))
            return;
        Versions.Add(new() { Number = Version, Text = text, Choices = choices, At = at, IsAside = true });
        foreach (var old in Versions.Where(version => version.IsAside).OrderByDescending(version => version.At).Skip(MostSetAside).ToList())
            Versions.Remove(old);
    }

    /// <summary>Makes a version the draft again; what stood here becomes one.</summary>
    /// <param name="builtOn">The version of the answer that the student has seen.</param>
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

    /// <summary>Whether this one stays where one student answered a question twice, under two accounts: what was handed in goes before a draft,
    /// then the newer.</summary>
    public bool Outweighs(Answer other) =>
        IsSubmitted != other.IsSubmitted ? IsSubmitted : SavedAt != other.SavedAt ? SavedAt > other.SavedAt : Id > other.Id;

    /// <summary>Takes in what the same student answered under another account: as it stood it becomes a version set aside, and what was kept of
    /// it is kept here.</summary>
    public void TakeIn(Answer other)
    {
        foreach (var version in other.Versions.Where(version => version.Text != other.Text || !version.Choices.SequenceEqual(other.Choices)))
            Versions.Add(version.Aside());
        if (!other.IsEmpty)
            Versions.Add(other.AsVersion(isAside: true));
    }

    private void Keep()
    {
        if (KeptVersion == Version)
            return;
        Versions.Add(AsVersion(isAside: false));
        (KeptVersion, KeptAt) = (Version, SavedAt);
    }

    private AnswerVersion AsVersion(bool isAside) =>
        new() { Number = Version, Text = Text, Choices = [.. Choices], At = SavedAt, SubmittedAt = SubmittedAt, IsAside = isAside };
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

/// <summary>What a teacher says about an answer.</summary>
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
