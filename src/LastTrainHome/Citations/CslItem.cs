using System.Text;

namespace LastTrainHome.Citations;

/// <summary>One item of a CSL-JSON list. A field of the wrong type is left out here; <see cref="Field.Check"/> reports it.</summary>
internal sealed class CslItem
{
    private readonly Json.Fields fields;

    public CslItem(string id, Json.Fields fields)
    {
        this.fields = fields;
        Id = id;
        Type = SourceType.Of(Text("type"));
        Title = Text("title") ?? id;
        Authors = Names("author");
        Directors = Names("director");
        Editors = Names("editor");
        Translators = Names("translator");
        Issued = CslDate.From(fields["issued"]);
        Accessed = CslDate.From(fields["accessed"]);
        Link = WebAddress.Of(Text("DOI"), Text("URL"));
    }

    /// <summary>Reads one item that was found sound before.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="csl">Its fields in CSL-JSON.</param>
    public static CslItem Of(string id, string csl) => new(id, Json.Read(Encoding.UTF8.GetBytes(csl), (_, _) => { }) as Json.Fields ?? new(0, []));

    public string Id { get; }

    public SourceType Type { get; }

    public string Title { get; }

    public IReadOnlyList<Name> Authors { get; }

    public IReadOnlyList<Name> Directors { get; }

    public IReadOnlyList<Name> Editors { get; }

    public IReadOnlyList<Name> Translators { get; }

    public CslDate? Issued { get; }

    public CslDate? Accessed { get; }

    /// <summary>Where it can be read, its DOI before its address.</summary>
    public WebAddress? Link { get; }

    /// <summary>The names it is listed under: its authors, else its directors, else its editors.</summary>
    public IReadOnlyList<Name> Makers => Authors.Count > 0 ? Authors : Directors.Count > 0 ? Directors : Editors;

    public string? ShortTitle => Text("title-short") ?? Text("shortTitle");

    public string? OriginalTitle => Text("original-title");

    public string? Container => Text("container-title");

    public string? Publisher => Text("publisher");

    public string? Place => Text("publisher-place");

    public string? Language => Text("language");

    /// <summary>Any other field as text.</summary>
    public string? Text(string field) => Field.Text(fields[field]);

    private List<Name> Names(string field) => fields[field] is Json.Items names ? [.. names.Values.Select(Name.From).OfType<Name>()] : [];
}
