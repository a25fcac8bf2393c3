using System.Text;

namespace LastTrainHome.Citations;

/// <summary>Whoever made a source: a person, or an institution whose name is not taken apart.</summary>
internal sealed record Name(string? Family, string? Given, string? Particle, string? Suffix, string? Literal)
{
    public static Name? From(Json json)
    {
        if (json is not Json.Fields fields)
            return null;
        var name = new Name(
            Field.Text(fields["family"]),
            Joined(" ", Field.Text(fields["given"]), Field.Text(fields["dropping-particle"])),
            Field.Text(fields["non-dropping-particle"]),
            Field.Text(fields["suffix"]),
            Field.Text(fields["literal"]));
        return (name.Family ?? name.Given ?? name.Literal) is null ? null : name;
    }

    /// <summary>As a citation in the text says it. Where names have no spaces, a family name alone says too little.</summary>
    public string Short => Literal ?? (Family is null ? Given! : IsWide ? Straight : Joined(" ", Particle, Family)!);

    /// <summary>Given name first.</summary>
    public string Straight => Literal ?? (IsWide ? $"{Family}{Given}" : Joined(", ", Joined(" ", Given, Particle, Family), Suffix)!);

    /// <summary>Family name first, as a list is sorted.</summary>
    public string Inverted => Literal ?? (IsWide || Family is null || Given is null ? Straight : Joined(", ", Joined(" ", Particle, Family), Given, Suffix)!);

    // The family name stands first and no space parts the names: Han, kana and hangul.
    private bool IsWide => Family is { Length: > 0 } && Rune.GetRuneAt(Family, 0).Value is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0x20000 and <= 0x3FFFF;

    private static string? Joined(string between, params string?[] parts)
    {
        var joined = string.Join(between, parts.Where(part => part is not null));
        return joined.Length > 0 ? joined : null;
    }
}
