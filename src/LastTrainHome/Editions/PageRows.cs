using System.Collections;
using System.Text.RegularExpressions;
using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LastTrainHome.Editions;

/// <summary>A page as the rows EF Core would store for it. Its model says which tables, columns and conversions there are;
/// the writing itself goes past its change tracker, which takes several times as long.</summary>
internal static partial class PageRows
{
    private static readonly Lazy<Plan> Model = new(Plan.Make);

    /// <summary>The statements that make an empty library's tables.</summary>
    public static string Tables => Model.Value.Tables;

    /// <summary>The statements that make its indexes: sorted once when all rows are there, they take half the time.</summary>
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
        public static Plan Make()
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

    // Rows that are little more than their key stand in its tree, once; pages are too long for that.
    [GeneratedRegex("CREATE TABLE \"(?!Pages\")[^;]+(?=;)")]
    private static partial Regex NotPages();

    [GeneratedRegex("CREATE (UNIQUE )?INDEX [^;]+;")]
    private static partial Regex Index();

    /// <summary>One type of entity: which rows it makes, and what hangs on it.</summary>
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

    /// <summary>What an entity puts into one table.</summary>
    private sealed class Part(ITableMapping mapping)
    {
        private readonly Func<object, object?, object?>[] values = [.. mapping.ColumnMappings.Select(column => Value(column.Property))];

        private readonly Table table = new(
            mapping.Table.Name,
            [.. mapping.ColumnMappings.Select(column => column.Column.Name)],
            [.. mapping.Table.PrimaryKey!.Columns.Select(key => mapping.ColumnMappings.ToList().FindIndex(column => column.Column == key))]);

        public Row RowOf(object entity, object? owner) => new(table, Array.ConvertAll(values, value => value(entity, owner)));

        private static Func<object, object?, object?> Value(IProperty property)
        {
            var getter = Source(property).GetGetter();
            var converter = property.GetRelationalTypeMapping().Converter?.ConvertToProvider ?? (value => value);
            return property.IsShadowProperty()
                ? (_, owner) => converter(getter.GetClrValue(owner!))
                : (entity, _) => getter.GetClrValue(entity) is { } value ? converter(value) : null;
        }

        // A foreign key that the class does not have is the key of whoever owns the entity.
        private static IProperty Source(IProperty property) => property.IsShadowProperty() ? property.FindFirstPrincipal()! : property;
    }
}

/// <summary>A table of a library file; <paramref name="Key"/> says which of its columns are the primary key.</summary>
internal sealed record Table(string Name, string[] Columns, int[] Key);

/// <summary>One row, in the order of its table's columns.</summary>
internal readonly record struct Row(Table Table, object?[] Values)
{
    public bool Equals(Row other) => Table == other.Table && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var key in Table.Key)
            hash.Add(Values[key]);
        return hash.ToHashCode();
    }
}
