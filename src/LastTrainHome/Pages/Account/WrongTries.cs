using System.Net;
using System.Net.Sockets;

namespace LastTrainHome.Pages.Account;

/// <summary>Counts wrong codes and cards by the address they come from, in memory alone and for a minute. What is right is never counted:
/// a whole class behind one address gets in, also while somebody among them guesses.</summary>
public sealed class WrongTries(TimeProvider clock)
{
    /// <summary>How many wrong ones a minute are answered. A class that mistypes twice each stays below.</summary>
    public const int AMinute = 100;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<IPAddress, Queue<DateTimeOffset>> tries = [];
    private readonly Lock gate = new();

    /// <summary>Notes a wrong one.</summary>
    /// <returns>Whether there have been too many: then it is refused with 429.</returns>
    public bool AreTooManyWith(HttpContext context)
    {
        var (from, now) = (Network(context.Connection.RemoteIpAddress), clock.GetUtcNow());
        lock (gate)
        {
            if (!tries.TryGetValue(from, out var times))
            {
                Forget(now);
                tries[from] = times = new();
            }

            while (times.TryPeek(out var first) && now - first >= Minute)
                times.Dequeue();
            if (times.Count >= AMinute)
                return true;
            times.Enqueue(now);
            return false;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (from, times) in tries)
            if (times.All(time => now - time >= Minute))
                tries.Remove(from);
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
