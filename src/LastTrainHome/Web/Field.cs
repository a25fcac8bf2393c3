namespace LastTrainHome.Web;

/// <summary>A labelled field of a form, shown by <c>_Field</c> with its hint and with what is wrong.</summary>
/// <param name="Name">The property it fills, and its id.</param>
/// <param name="Value">What was typed before; never a password.</param>
/// <param name="Look">The style sheet's word for its kind: <c>code</c>, <c>short</c>.</param>
/// <param name="IsRequired">Whether it cannot be left empty; its label says so where it can.</param>
/// <param name="Rows">How many lines of prose it shows; 0: it takes one line, of something that is no prose.</param>
public sealed record Field(
    string Name, string Label, string? Value = null, string? Hint = null, string Type = "text", string? Autocomplete = "off", string? Look = null, int? MaxLength = null, bool IsRequired = true, int Rows = 0)
{
    /// <summary>The hint and the error, for <c>aria-describedby</c>.</summary>
    public string? DescribedBy(bool hasError) =>
        (Hint is not null, hasError) switch
        {
            (true, true) => $"{Name}-hint {Name}-error",
            (true, false) => $"{Name}-hint",
            (false, true) => $"{Name}-error",
            _ => null,
        };
}
