using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Library;

/// <summary>What one edition holds, as rows to query. Opened for reading only; an edition never changes once it is in use.</summary>
public sealed class LibraryDb(DbContextOptions<LibraryDb> options) : DbContext(options)
{
    public DbSet<Page> Pages => Set<Page>();
    public DbSet<Documentary> Documentaries => Set<Documentary>();
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Statistic> Statistics => Set<Statistic>();
    public DbSet<Series> Series => Set<Series>();
    public DbSet<Break> Breaks => Set<Break>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<Term> Terms => Set<Term>();
    public DbSet<Scene> Scenes => Set<Scene>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<ClaimStatistic> ClaimStatistics => Set<ClaimStatistic>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<Lesson> Lessons => Set<Lesson>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Watch> Watches => Set<Watch>();
    public DbSet<Heading> Headings => Set<Heading>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<Link> Links => Set<Link>();
    public DbSet<Citation> Citations => Set<Citation>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Choice> Choices => Set<Choice>();
    public DbSet<BoundNumber> BoundNumbers => Set<BoundNumber>();
    public DbSet<Alias> Aliases => Set<Alias>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        // One table for what all pages have, one more for what a kind adds.
        model.Entity<Page>(page =>
        {
            page.UseTptMappingStrategy();
            page.HasKey(row => row.Key);
            page.HasIndex(row => row.Number).IsUnique();
            page.Ignore(row => row.Address);
            page.HasMany(row => row.Headings).WithOne().HasForeignKey(row => row.PageKey);
            page.HasMany(row => row.Passages).WithOne().HasForeignKey(row => row.PageKey);
            page.HasMany(row => row.Links).WithOne().HasForeignKey(row => row.FromKey);
            page.HasMany(row => row.Citations).WithOne().HasForeignKey(row => row.PageKey);
            page.HasMany(row => row.Questions).WithOne().HasForeignKey(row => row.PageKey);
            page.HasMany(row => row.Numbers).WithOne().HasForeignKey(row => row.PageKey);
            page.HasMany(row => row.Aliases).WithOne().HasForeignKey(row => row.PageKey);
        });
        model.Entity<Documentary>().HasMany(row => row.Watch).WithOne().HasForeignKey("DocumentaryKey");
        model.Entity<Watch>().HasKey(row => row.Position);
        model.Entity<Watch>().Property(row => row.Position).ValueGeneratedNever();
        model.Entity<Watch>().Property(row => row.Position).ValueGeneratedNever();
        model.Entity<Theme>();
        model.Entity<Section>();
        model.Entity<Statistic>(statistic =>
        {
            statistic.HasMany(row => row.Series).WithOne().HasForeignKey(row => row.StatisticKey);
            statistic.HasMany(row => row.Breaks).WithOne().HasForeignKey(row => row.StatisticKey);
            statistic.HasMany(row => row.Observations).WithOne().HasForeignKey(row => row.StatisticKey);
        });
        model.Entity<Series>().HasKey(row => new { row.StatisticKey, row.Name });
        model.Entity<Break>().HasKey(row => new { row.StatisticKey, row.Position });
        model.Entity<Observation>(observation =>
        {
            observation.HasKey(row => new { row.StatisticKey, row.Row, row.Column });
            observation.Ignore(row => row.Fragment);
        });
        model.Entity<Term>();
        model.Entity<Scene>();
        model.Entity<Claim>().HasMany(row => row.Statistics).WithOne().HasForeignKey(row => row.ClaimKey);
        model.Entity<ClaimStatistic>().HasKey(row => new { row.ClaimKey, row.Position });
        model.Entity<Event>();
        model.Entity<Person>();
        model.Entity<Place>();
        model.Entity<Lesson>();
        model.Entity<Source>();
        model.Entity<Heading>().HasKey(row => new { row.PageKey, row.Id });
        model.Entity<Passage>(passage =>
        {
            passage.HasKey(row => new { row.ThemeKey, row.PageKey, row.HeadingId });
        });
        model.Entity<Link>(link =>
        {
            link.HasKey(row => new { row.FromKey, row.ToKey });
            link.HasIndex(row => row.ToKey);
        });
        model.Entity<Citation>(citation =>
        {
            citation.HasKey(row => new { row.PageKey, row.Position });
            citation.HasIndex(row => row.SourceKey);
        });
        model.Entity<Question>().HasKey(row => row.Id);
        model.Entity<Question>().HasMany(row => row.Choices).WithOne().HasForeignKey(row => row.QuestionId);
        model.Entity<Choice>().HasKey(row => new { row.QuestionId, row.Position });
        model.Entity<BoundNumber>(number =>
        {
            number.HasKey(row => new { row.PageKey, row.Position });
            number.HasIndex(row => row.StatisticKey);
        });
        model.Entity<Alias>().HasKey(row => new { row.Kind, row.Slug });
    }
}
