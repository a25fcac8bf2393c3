using LastTrainHome.Store;

namespace LastTrainHome.UseCases.Administering;

/// <summary>Lists every column of the study store and what it holds, for those who answer for people's data and for the privacy page.</summary>
public sealed class AuditStore(StudyStore store)
{
    public IReadOnlyList<StoredColumn> Columns()
    {
        using var db = store.Read();
        return Audit.Of(db);
    }
}
