using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LastTrainHome.Store;

/// <summary>What is done and cannot be made again: who signs in, classes and their work, what readers report, and which editions were published. Use
/// cases read it as it is; every write goes through <see cref="StudyStore.WriteAsync(Func{StudyDb, Task}, CancellationToken)"/>.</summary>
public abstract class StudyDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Identity reads the shape of its tables from the options' services and nowhere else: every builder of options outside a host is given these.</summary>
    public static IServiceProvider Shape { get; } = new ServiceCollection()
        .Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(IdentitySetup.Rules)
        .BuildServiceProvider();

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Class> Classes => Set<Class>();
    public DbSet<Student> Students => Set<Student>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<AssignmentItem> AssignmentItems => Set<AssignmentItem>();
    public DbSet<PageRead> PagesRead => Set<PageRead>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<AnswerVersion> AnswerVersions => Set<AnswerVersion>();
    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<RecordedEdition> Editions => Set<RecordedEdition>();
    public DbSet<EditionFile> EditionFiles => Set<EditionFile>();
    public DbSet<Blob> Blobs => Set<Blob>();
    public DbSet<CurrentEdition> Current => Set<CurrentEdition>();
    public DbSet<EditionMove> Moves => Set<EditionMove>();

    /// <summary>The store whose turn a save waits for; null inside a write, which has the turn already.</summary>
    internal StudyStore? Store { get; init; }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) => Store is { } store
        ? store.TakeTurnAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken))
        : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(StudyDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<Utc>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffset>(); // Identity's own; as a DateTime it sorts on SQLite too
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // To the microsecond: PostgreSQL keeps no more, and a time read back must equal the one that was written.
    private static DateTime Cut(DateTime value) => new(value.Ticks - value.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private sealed class Utc() : ValueConverter<DateTime, DateTime>(
        value => Cut(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class UtcOffset() : ValueConverter<DateTimeOffset, DateTime>(
        value => Cut(value.UtcDateTime),
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
}
