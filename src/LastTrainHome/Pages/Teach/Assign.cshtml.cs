using System.Globalization;
using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Teach;

/// <summary>Sets pages and questions to a class, and changes or withdraws what was set. Its defaults are good as they are: one press assigns.</summary>
public sealed class AssignModel(StudyStore store, LibraryDb library, TimeProvider clock) : PageModel
{
    public const int MaxTitle = 200;
    public const int MaxInstructions = 10_000;
    private static readonly TimeSpan Twice = TimeSpan.FromSeconds(10); // within which the same form is a double click
    private const string Typing = "yyyy-MM-ddTHH:mm"; // what a browser's field for date and time takes and sends

    /// <summary>The class it is set to.</summary>
    [BindProperty]
    public int? Class { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Instructions { get; set; }

    /// <summary>What is set, in order: <c>sections/no-seats</c>, <c>questions/who-is-counted</c>.</summary>
    [BindProperty]
    public List<string> Items { get; set; } = [];

    /// <summary>By the class's clock; empty: at once.</summary>
    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    /// <summary>Whether the teacher knows that answers hang on what is taken out.</summary>
    [BindProperty]
    public bool TakeOut { get; set; }

    /// <summary>What is changed; null when something new is set.</summary>
    public Assignment? Assignment { get; private set; }

    public List<Room> Classes { get; private set; } = [];

    /// <summary>What can be set.</summary>
    internal AssignableContent AssignableContent { get; private set; } = null!;

    /// <summary>What stands at the head of the form, each with its box; everything else is under <see cref="AssignableContent"/>.</summary>
    public List<Line> First { get; private set; } = [];

    /// <summary>How many answers and ticks hang on each item.</summary>
    public Dictionary<string, int> Hanging { get; private set; } = [];

    /// <summary>The page from which somebody assigns.</summary>
    public string From => Request.Query["page"].ToString().TrimStart('/');

    public string Action => Assignment is { } set ? $"/teach/assignments/{set.Id}/edit" : "/teach/assign?page=" + Uri.EscapeDataString(From);

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (Assignment is { } set)
        {
            var zone = Classes[0].Zone;
            (Class, Title, Instructions) = (set.ClassId, set.Title, set.Instructions);
            (Opens, Due, Closes) = (Local(set.OpensAt, zone), Local(set.DueAt, zone), set.ClosesAt is { } closes ? Local(closes, zone) : null);
        }
        else if (Classes.Count > 0)
        {
            Class = Classes[0].Id;
            Title = AssignableContent.TitleOf(From);
            Due = Local(ClassTime.DefaultDue(clock.GetUtcNow().UtcDateTime, Classes[0].Zone), Classes[0].Zone);
        }

        Items = First.ConvertAll(line => line.Key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (Classes.Find(one => one.Id == (Assignment?.ClassId ?? Class)) is not { } room)
            return Refuse(nameof(Class), "Choose the class you set this to.");
        if (Assignment is not null && room.IsArchived)
            return Refuse("", TeacherScope.Archived);

        var now = clock.GetUtcNow().UtcDateTime;
        var (title, said) = (Pseudonym.Clean(Title), UserText.Clean(Instructions, int.MaxValue).Trim());
        if (title.Length is 0 or > MaxTitle)
            ModelState.AddModelError(nameof(Title), title.Length == 0 ? "Give it a title, so that your students know what it is." : $"Choose a shorter title: at most {MaxTitle} letters.");
        if (said.Length > MaxInstructions)
            ModelState.AddModelError(nameof(Instructions), $"Please shorten the instructions: at most {DisplayFormat.Whole(MaxInstructions)} characters.");
        var items = Items.Distinct().Select(key => AssignableContent.Find(key) ?? First.Find(line => line.Key == key)).OfType<Line>().ToList();
        if (items.Count == 0)
            ModelState.AddModelError(nameof(Items), "Choose at least one page to read or one question to answer.");
        var opens = string.IsNullOrWhiteSpace(Opens) ? Instant(now) : Read(nameof(Opens), Opens, room.Zone);
        var due = Read(nameof(Due), Due, room.Zone);
        var closes = string.IsNullOrWhiteSpace(Closes) ? null : Read(nameof(Closes), Closes, room.Zone);
        if (opens is not null && due is not null && ModelState.IsValid && Assignment.Problem(opens.At, due.At, closes?.At) is { } problem)
            ModelState.AddModelError(closes is not null && closes.At < due.At ? nameof(Closes) : nameof(Due), problem);
        var gone = First.Where(line => Assignment is not null && Hanging.ContainsKey(line.Key) && !items.Exists(kept => kept.Key == line.Key)).ToList();
        if (gone.Count > 0 && !TakeOut)
            ModelState.AddModelError(nameof(TakeOut), $"Work hangs on what you take out: {string.Join("; ", gone.Select(line => $"{Hanging[line.Key]} on “{line.Words}”"))}. It is kept and comes back when you add it again. Tick the box below the list to take it out all the same.");
        if (!ModelState.IsValid)
            return Again();

        var teacher = User.AccountId();
        var set = await store.WriteAsync(async db =>
        {
            var one = Assignment is null ? null : await db.AssignmentsOf(teacher).Include(set => set.Items).SingleAsync(set => set.Id == Assignment.Id);
            if (one is null && (await db.AssignmentsOf(teacher).Include(set => set.Items).Where(set => set.ClassId == room.Id && set.WithdrawnAt == null && set.MadeAt > now - Twice).ToListAsync()).Find(IsTheSame) is { } before)
                return before;
            if (one is null)
                db.Assignments.Add(one = new() { ClassId = room.Id, Title = title, OpensAt = opens!.At, DueAt = due!.At, TimeZone = room.Zone, MadeAt = now });
            (one.Title, one.Instructions, one.InstructionsHtml) = (title, said, UserMarkdown.Render(said));
            (one.OpensAt, one.DueAt, one.ClosesAt, one.TimeZone) = (opens!.At, due!.At, closes?.At, room.Zone);
            one.Items.RemoveAll(item => !items.Exists(line => line.Key == AssignableContent.KeyOf(item)));
            foreach (var (line, position) in items.Select((line, position) => (line, position)))
                if (one.Items.Find(item => AssignableContent.KeyOf(item) == line.Key) is { } standing)
                    standing.Position = position;
                else
                    one.Items.Add(new() { Position = position, PageKey = line.PageKey, QuestionId = line.QuestionId, Words = UserText.Clean(line.Words, 2_000) });
            return one;
        }, CancellationToken.None);

        bool IsTheSame(Assignment other) =>
            (other.Title, other.Instructions, other.DueAt, other.ClosesAt) == (title, said, due!.At, closes?.At)
            && other.OpensAt == (string.IsNullOrWhiteSpace(Opens) ? other.MadeAt : opens!.At)
            && other.Items.OrderBy(item => item.Position).Select(AssignableContent.KeyOf).SequenceEqual(items.Select(line => line.Key));

        string?[] told =
        [
            Assignment is null ? $"Set to {room.Name}." : "Changed.",
            opens!.Moved is { } moved ? $"Opens: {moved}" : null, due!.Moved is { } late ? $"Due: {late}" : null, closes?.Moved is { } last ? $"Closes: {last}" : null,
        ];
        TempData[FlashMessage.Done] = string.Join(' ', told.OfType<string>());
        return LocalRedirect($"/teach/assignments/{set.Id}");
    }

    /// <summary>Takes the assignment back: students no longer see it. Work done for it stays.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(int id) => StandAsync(id, clock.GetUtcNow().UtcDateTime, "Withdrawn: your students no longer see it. What they did for it is kept.");

    /// <summary>Sets it again.</summary>
    public Task<IActionResult> OnPostReturnAsync(int id) => StandAsync(id, null, "Your students see it again.");

    private async Task<IActionResult> StandAsync(int id, DateTime? withdrawn, string told)
    {
        var teacher = User.AccountId();
        var found = await store.WriteAsync(async db =>
        {
            if (await db.AssignmentsOf(teacher).SingleOrDefaultAsync(set => set.Id == id) is not { } set)
                return (bool?)null;
            if (await db.Classes.AnyAsync(one => one.Id == set.ClassId && one.ArchivedAt != null))
                return false;
            set.WithdrawnAt = withdrawn;
            return true;
        });
        if (found is null)
            return NotFound();
        TempData[found.Value ? FlashMessage.Done : FlashMessage.Refused] = found.Value ? told : TeacherScope.Archived;
        return LocalRedirect($"/teach/assignments/{id}");
    }

    private async Task<bool> ReadAsync(int? id, CancellationToken cancel)
    {
        var me = User.AccountId();
        await using var db = store.Read();
        Assignment = id is null ? null : await db.AssignmentsOf(me).Include(set => set.Items.OrderBy(item => item.Position)).AsNoTracking().SingleOrDefaultAsync(set => set.Id == id, cancel);
        if (id is not null && Assignment is null)
            return false;
        var ofClass = Assignment?.ClassId;
        Classes = await db.ClassesOf(me).Where(one => ofClass == null ? one.ArchivedAt == null : one.Id == ofClass).OrderByDescending(one => one.Id)
            .Select(one => new Room(one.Id, one.Name, one.TimeZone, one.ArchivedAt != null)).ToListAsync(cancel);
        AssignableContent = await AssignableContent.ReadAsync(library, cancel);
        if (Assignment is null)
        {
            First = await AssignableContent.DefaultsAsync(library, From, cancel);
            return From.Length == 0 || First.Count > 0;
        }

        First = [.. Assignment.Items.Select(item => AssignableContent.Find(AssignableContent.KeyOf(item)) ?? new Line(AssignableContent.KeyOf(item), item.Words, item.PageKey, item.QuestionId, null))];
        foreach (var one in await db.Answers.Where(answer => answer.AssignmentId == id).GroupBy(answer => answer.QuestionId).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancel))
            Hanging[AssignableContent.OfQuestion(one.Key)] = one.Count;
        foreach (var one in await db.PagesRead.Where(read => read.AssignmentId == id).GroupBy(read => read.PageKey).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancel))
            Hanging[one.Key] = one.Count;
        return true;
    }

    private PageResult Refuse(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        return Again();
    }

    // What was added stays in sight.
    private PageResult Again()
    {
        First.AddRange(Items.Distinct().Where(key => !First.Exists(line => line.Key == key)).Select(AssignableContent.Find).OfType<Line>());
        return Page();
    }

    private Moment? Read(string field, string? typed, string zone)
    {
        if (DateTime.TryParseExact(typed, [Typing, Typing + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 2200)
            return new(ClassTime.ToUtc(local, zone), ClassTime.Moved(local, zone));
        ModelState.AddModelError(field, "Give a date and a time, such as 2027-03-01 20:00.");
        return null;
    }

    private static Moment Instant(DateTime at) => new(at, null);

    private static string Local(DateTime utc, string zone) => ClassTime.ToLocal(utc, zone).ToString(Typing, CultureInfo.InvariantCulture);

    /// <summary>A class it can be set to.</summary>
    public sealed record Room(int Id, string Name, string Zone, bool IsArchived);

    /// <summary>Something that can be set.</summary>
    /// <param name="Key"><c>sections/no-seats</c> or <c>questions/who-is-counted</c>.</param>
    /// <param name="Kind">The page's kind; null for a question, and for what has gone.</param>
    public sealed record Line(string Key, string Words, string PageKey, string? QuestionId, PageKind? Kind);

    // An instant that was typed, and whether the clock made something else of it.
    private sealed record Moment(DateTime At, string? Moved);
}
