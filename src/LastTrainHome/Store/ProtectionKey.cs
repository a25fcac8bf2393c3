using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LastTrainHome.Store;

/// <summary>A key that signs and hides cookies and forms. It is in the store so that a restart signs nobody out, and so that
/// replicas read each other's.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keeps Data Protection's keys in the study store.</summary>
public sealed class KeyRing(StudyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.Read();
        return [.. db.ProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    // Blocks: the interface has no other way, and a key is made once in ninety days.
    public void StoreElement(XElement element, string friendlyName) => store.WriteAsync(db =>
    {
        db.ProtectionKeys.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();
}
