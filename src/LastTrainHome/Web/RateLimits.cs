using System.Net;
using System.Net.Sockets;

namespace LastTrainHome.Web;

/// <summary>Counts something by the network it comes from, in memory alone and for a while, and says when it is too much.</summary>
/// <param name="most">How many are let through within that time.</param>
public abstract class RateLimit(TimeProvider clock, int most, TimeSpan within)
{
    private readonly Dictionary<IPAddress, Queue<DateTimeOffset>> passed = [];
    private readonly Lock gate = new();

    /// <summary>Notes one more.</summary>
    /// <returns>Whether there have been too many: then it is not counted, and refused with 429.</returns>
    public bool AreTooManyWith(HttpContext context)
    {
        var (from, now) = (Network(context.Connection.RemoteIpAddress), clock.GetUtcNow());
        lock (gate)
        {
            if (!passed.TryGetValue(from, out var times))
            {
                Forget(now);
                passed[from] = times = new();
            }

            while (times.TryPeek(out var first) && now - first >= within)
                times.Dequeue();
            if (times.Count >= most)
                return true;
            times.Enqueue(now);
            return false;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (from, times) in passed)
            if (times.All(time => now - time >= within))
                passed.Remove(from);
    }

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

/// <summary>Counts reports that are kept: every pupil of three classes behind one address may send one within an hour.</summary>
public sealed class SentReports(TimeProvider clock) : RateLimit(clock, AnHour, TimeSpan.FromHours(1))
{
    public const int AnHour = 100;
}
