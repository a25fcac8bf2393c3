using LastTrainHome.Classroom;
using LastTrainHome.Store;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Changes how a class is joined, its code and its name, and puts it into the archive and takes it out again.</summary>
public sealed class ChangeClass(StudyStore store, TimeProvider clock)
{
    /// <summary>Opens joining by code, or closes it.</summary>
    public Task<ClassChange> OpenAsync(Guid teacher, int ofClass, bool isOpen) => ChangeAsync(teacher, ofClass, one => one.IsOpen = isOpen);

    /// <summary>Decides whether those who join wait until the teacher lets them in.</summary>
    public Task<ClassChange> AskTeacherAsync(Guid teacher, int ofClass, bool asks) => ChangeAsync(teacher, ofClass, one => one.AsksTeacher = asks);

    public Task<ClassChange> ArchiveAsync(Guid teacher, int ofClass)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ChangeAsync(teacher, ofClass, one => one.ArchivedAt = now);
    }

    public Task<ClassChange> UnarchiveAsync(Guid teacher, int ofClass) =>
        ChangeAsync(teacher, ofClass, one => one.ArchivedAt = null, evenArchived: true);

    /// <summary>Draws a new code. The old one lets nobody in any more.</summary>
    public Task<ClassChange> NewCodeAsync(Guid teacher, int ofClass) => store.ChangeClassAsync(teacher, ofClass, async (db, one) =>
    {
        one.Code = await CreateClass.FreeCodeAsync(db);
        return ClassChange.Done;
    });

    /// <returns>What became of it; and why the name was refused, if it was.</returns>
    public async Task<(ClassChange Change, Refusal? Refusal)> RenameAsync(Guid teacher, int ofClass, string? name)
    {
        var clean = Pseudonym.Clean(name);
        var refusal = clean.Length is > 0 and <= Class.MaxName ? null : new Refusal($"Give the class a name of at most {Class.MaxName} letters.", "name");
        var change = await ChangeAsync(teacher, ofClass, one => one.Name = refusal is null ? clean : one.Name);
        return (change, refusal);
    }

    private Task<ClassChange> ChangeAsync(Guid teacher, int ofClass, Action<Class> change, bool evenArchived = false) =>
        store.ChangeClassAsync(
            teacher,
            ofClass,
            (_, one) =>
            {
                change(one);
                return Task.FromResult(ClassChange.Done);
            },
            evenArchived);
}
