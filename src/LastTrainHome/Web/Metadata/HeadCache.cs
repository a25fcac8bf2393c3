using System.Collections.Concurrent;

namespace LastTrainHome.Web.Metadata;

/// <summary>Metadata of pages that have been rendered, by path, with a placeholder for the address of the site.</summary>
internal sealed class HeadCache
{
    /// <summary>Stands for the address of the site, which a request may name differently.</summary>
    public const string Origin = "http://site.invalid";

    private const int Capacity = 2000; // about 5 MB

    private readonly ConcurrentDictionary<string, string> heads = [];

    public string? Find(string path) => heads.GetValueOrDefault(path);

    public void Add(string path, string head)
    {
        if (heads.Count >= Capacity)
            heads.Clear();
        heads[path] = head;
    }
}
