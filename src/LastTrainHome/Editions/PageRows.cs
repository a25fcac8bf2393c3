using System.Collections;
using System.Text.RegularExpressions;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LastTrainHome.Editions;

/// <summary>A page as the rows EF Core would store for it. EF Core's model supplies tables, columns and conversions; the rows are then
/// written without its change tracker, which takes several times as long.</summary>
internal static partial class PageRows
{
    private static readonly Lazy<Plan> Model = new(Plan.Create);

    /// <summary>The statements that create an empty library's tables.</summary>
    public static string Tables => Model.Value.Tables;

    /// <summary>The statements that create its indexes. Created after all rows are inserted, they take half the time.</summary>
    public static string Indexes => Model.Value.Indexes;

    /// <summary>Every row of a page: its own first, then those of what it owns.</summary>
    public static List<Row> Of(Page page)
    {
        var rows = new List<Row>();
        Model.Value.Kinds[page.GetType()].Collect(page, null, rows);
        return rows;
    }

    private sealed record Plan(string Tables, string Indexes, IReadOnlyDictionary<Type, Kind> Kinds)
    {
        public static Plan Create()
        {
            using var db = new LibraryDb(new DbContextOptionsBuilder<LibraryDb>().UseSqlite().Options);
            var kinds = new Dictionary<Type, Kind>();
            foreach (var type in db.Model.GetEntityTypes().Where(type => !type.ClrType.IsAbstract))
                kinds[type.ClrType] = new Kind(type, kinds);
            var script = db.Database.GenerateCreateScript();
            var indexes = Index().Matches(script).Select(index => index.Value).ToList();
            return new(NotPages().Replace(Index().Replace(script, ""), "$0 WITHOUT ROWID"), string.Concat(indexes), kinds);
        }
    }

    // Rows that are little more than their key are stored in the key's own tree; pages are too long for that.
    [GeneratedRegex("CREATE TABLE \"(?!Pages\")[^;]+(?=;)")]
    private static partial Regex NotPages();

    [GeneratedRegex("CREATE (UNIQUE )?INDEX [^;]+;")]
    private static partial Regex Index();

    /// <summary>One entity type: the rows it makes, and the collections it owns.</summary>
    private sealed class Kind(IEntityType type, IReadOnlyDictionary<Type, Kind> all)
    {
        private readonly Part[] parts = [.. type.GetTableMappings().Select(mapping => new Part(mapping))];
        private readonly INavigation[] owned = [.. type.GetNavigations().Where(navigation => navigation.IsCollection)];

        public void Collect(object entity, object? owner, List<Row> rows)
        {
            foreach (var part in parts)
                rows.Add(part.RowOf(entity, owner));
            foreach (var navigation in owned)
                foreach (var item in (IEnumerable)navigation.GetGetter().GetClrValue(entity)!)
                    all[navigation.TargetEntityType.ClrType].Collect(item, entity, rows);
        }
    }

    /// <summary>What an entity stores in one table.</summary>
    private sealed class Part(ITableMapping mapping)
    {
        private readonly Func<object, object?, object?>[] values = [.. mapping.ColumnMappings.Select(column => Value(column.Property))];

        private readonly Table table = new(
            mapping.Table.Name,
            [.. mapping.ColumnMappings.Select(column => column.Column.Name)],
            [.. mapping.Table.PrimaryKey!.Columns
                .Select(key => mapping.ColumnMappings.ToList().FindIndex(column => column.Column == key))]);

        public Row RowOf(object entity, object? owner) => new(table, Array.ConvertAll(values, value => value(entity, owner)));

        private static Func<object, object?, object?> Value(IProperty property)
        {
            var getter = Source(property).GetGetter();
            var converter = property.GetRelationalTypeMapping().Converter?.ConvertToProvider ?? (value => value);
            return property.IsShadowProperty()
                ? (_, owner) => converter(getter.GetClrValue(owner!))
                : (entity, _) => getter.GetClrValue(entity) is { } value ? converter(value) : null;
        }

        // A foreign key that is no property of the class is the key of the entity's owner.
        private static IProperty Source(IProperty property) => property.IsShadowProperty() ? property.FindFirstPrincipal()! : property;
    }
}
