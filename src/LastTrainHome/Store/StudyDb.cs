using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LastTrainHome.Store;

/// <summary>What is done and cannot be made again: so far, which editions were published and which one is current. Pages read it as it is;
/// every write goes through <see cref="StudyStore.WriteAsync(Func{StudyDb, Task}, CancellationToken)"/>.</summary>
public abstract class StudyDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<RecordedEdition> Editions => Set<RecordedEdition>();
    public DbSet<EditionFile> EditionFiles => Set<EditionFile>();
    public DbSet<Blob> Blobs => Set<Blob>();
    public DbSet<CurrentEdition> Current => Set<CurrentEdition>();
    public DbSet<EditionMove> Moves => Set<EditionMove>();

    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(StudyDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<Utc>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // To the microsecond: PostgreSQL keeps no more, and a time read back must equal the one that was written.
    private sealed class Utc() : ValueConverter<DateTime, DateTime>(
        value => Cut(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime Cut(DateTime value) => new(value.Ticks - value.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
    }
}
