using System.Net;
using System.Net.Sockets;
using LastTrainHome.Accounts;

namespace LastTrainHome.Web;

/// <summary>How much one network may do before it is asked to wait. Counted in memory alone, and forgotten when the minute or the hour is over.</summary>
public sealed class RateLimits(TimeProvider clock) : IDisposable
{
    /// <summary>Wrong class codes: a class that mistypes twice each stays below.</summary>
    public NetworkLimit WrongCodes { get; } = new(clock, 100, TimeSpan.FromMinutes(1));

    /// <summary>Wrong cards and passwords. Asked before a password is hashed, which is what costs.</summary>
    public NetworkLimit WrongSignIns { get; } = new(clock, 100, TimeSpan.FromMinutes(1));

    /// <summary>New cards for those who join: four classes of thirty-five behind one address, and as many again.</summary>
    public NetworkLimit Joins { get; } = new(clock, 300, TimeSpan.FromMinutes(10));

    /// <summary>Reports: every pupil of three classes behind one address may send one.</summary>
    public NetworkLimit Reports { get; } = new(clock, 100, TimeSpan.FromHours(1));

    public void Dispose()
    {
        WrongCodes.Dispose();
        WrongSignIns.Dispose();
        Joins.Dispose();
        Reports.Dispose();
    }
}

/// <summary>A limit for each network that requests come from.</summary>
/// <param name="most">How many a network may do within the window.</param>
public sealed class NetworkLimit(TimeProvider clock, int most, TimeSpan window) : IDisposable
{
    private readonly AttemptLimit<IPAddress> attempts = new(clock, most, window);

    /// <summary>How many a network may do within the window.</summary>
    public int Most => most;

    /// <summary>Whether the network the request comes from has nothing left. Asking counts nothing.</summary>
    public bool IsUsedUp(HttpContext context) => attempts.IsUsedUp(Network(context.Connection.RemoteIpAddress));

    /// <summary>Counts one more for the network the request comes from.</summary>
    /// <returns>False when it has nothing left: then nothing is counted.</returns>
    public bool TryUse(HttpContext context) => attempts.TryUse(Network(context.Connection.RemoteIpAddress));

    public void Dispose() => attempts.Dispose();

    // In IPv6 one household or school has the first half of an address, and makes up the rest.
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
