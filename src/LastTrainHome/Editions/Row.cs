namespace LastTrainHome.Editions;

/// <summary>A table of a library file.</summary>
/// <param name="Name">As SQLite knows it.</param>
/// <param name="Columns">Its columns, in the order in which rows hold their values.</param>
/// <param name="Key">Which columns are the primary key, by index.</param>
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
