using System.Globalization;
using LastTrainHome.Classroom;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>What a teacher typed to assign something, read and checked.</summary>
internal sealed class CheckedAssignment
{
    private static readonly string[] TimeFormats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    private readonly List<Refusal> refusals = [];
    private readonly string title, instructions;
    private readonly List<AssignableItem> items;
    private readonly bool opensAtOnce;
    private readonly Moment? opens, due, closes;

    public CheckedAssignment(PreparedAssignment prepared, AssignableClass ofClass, AssignmentInput input, DateTime now)
    {
        Class = ofClass;
        title = Pseudonym.Clean(input.Title);
        instructions = UserText.Clean(input.Instructions, int.MaxValue).Trim();
        items = [.. input.Items.Distinct()
            .Select(key => prepared.Content.Find(key) ?? prepared.First.FirstOrDefault(item => item.Key == key)).OfType<AssignableItem>()];
        if (title.Length == 0)
            Refuse("Title", "Give it a title, so that your students know what it is.");
        if (title.Length > AssignmentInput.MaxTitle)
            Refuse("Title", $"Choose a shorter title: at most {AssignmentInput.MaxTitle} letters.");
        if (instructions.Length > AssignmentInput.MaxInstructions)
            Refuse("Instructions", string.Create(CultureInfo.InvariantCulture,
                $"Please shorten the instructions: at most {AssignmentInput.MaxInstructions:N0} characters."));
        if (items.Count == 0)
            Refuse("Items", "Choose at least one page to read or one question to answer.");

        opensAtOnce = string.IsNullOrWhiteSpace(input.Opens);
        opens = opensAtOnce ? new(now, null) : Read("Opens", input.Opens);
        due = Read("Due", input.Due);
        closes = string.IsNullOrWhiteSpace(input.Closes) ? null : Read("Closes", input.Closes);
        if (refusals.Count == 0 && Assignment.Problem(opens!.At, due!.At, closes?.At) is { } problem)
            Refuse(closes is not null && closes.At < due.At ? "Closes" : "Due", problem);
        CheckTakenOut(prepared, input.TakeOut);
    }

    public AssignableClass Class { get; }

    /// <summary>What is wrong with it; empty where it can be assigned.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>A sentence for each time that the class's clock shows twice or never.</summary>
    public IEnumerable<string> MovedTimes
    {
        get
        {
            if (opens?.Moved is { } first)
                yield return $"Opens: {first}";
            if (due?.Moved is { } second)
                yield return $"Due: {second}";
            if (closes?.Moved is { } third)
                yield return $"Closes: {third}";
        }
    }

    /// <summary>A new assignment, still without its items.</summary>
    public Assignment Create(DateTime now) =>
        new() { ClassId = Class.Id, Title = title, OpensAt = opens!.At, DueAt = due!.At, TimeZone = Class.Zone, MadeAt = now };

    public void ApplyTo(Assignment assignment)
    {
        (assignment.Title, assignment.Instructions, assignment.InstructionsHtml) = (title, instructions, UserMarkdown.Render(instructions));
        (assignment.OpensAt, assignment.DueAt, assignment.ClosesAt, assignment.TimeZone) = (opens!.At, due!.At, closes?.At, Class.Zone);
        assignment.Items.RemoveAll(item => !items.Exists(kept => kept.Key == AssignableContent.KeyOf(item)));
        foreach (var (item, position) in items.Select((item, position) => (item, position)))
            if (assignment.Items.Find(one => AssignableContent.KeyOf(one) == item.Key) is { } existing)
                existing.Position = position;
            else
                assignment.Items.Add(new()
                {
                    Position = position,
                    PageKey = item.PageKey,
                    QuestionId = item.QuestionId,
                    Words = UserText.Clean(item.Words, AssignmentItem.MaxWords),
                });
    }

    public bool IsSameAs(Assignment other) =>
        (other.Title, other.Instructions, other.DueAt, other.ClosesAt) == (title, instructions, due!.At, closes?.At)
        && other.OpensAt == (opensAtOnce ? other.MadeAt : opens!.At)
        && other.Items.OrderBy(item => item.Position).Select(AssignableContent.KeyOf).SequenceEqual(items.Select(item => item.Key));

    private void CheckTakenOut(PreparedAssignment prepared, bool isMeant)
    {
        if (prepared.Assignment is null || isMeant)
            return;
        var lost = prepared.First.Where(item => prepared.Work.ContainsKey(item.Key) && !items.Exists(kept => kept.Key == item.Key)).ToList();
        if (lost.Count > 0)
            Refuse("TakeOut", $"Work hangs on what you take out: {string.Join("; ", lost.Select(item => $"{prepared.Work[item.Key]} on “{item.Words}”"))}. "
                + "It is kept and comes back when you add it again. Tick the box below the list to take it out all the same.");
    }

    private Moment? Read(string input, string? typed)
    {
        if (DateTime.TryParseExact(typed, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 2200)
            return new(ClassTime.ToUtc(local, Class.Zone), ClassTime.Moved(local, Class.Zone));
        Refuse(input, "Give a date and a time, such as 2027-03-01 20:00.");
        return null;
    }

    private void Refuse(string input, string sentence) => refusals.Add(new(sentence, input));

    // An instant that was typed, and what the clock made of it where it is not what was typed.
    private sealed record Moment(DateTime At, string? Moved);
}
