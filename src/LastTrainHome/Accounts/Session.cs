using System.Security.Cryptography;
using System.Text;

namespace LastTrainHome.Accounts;

/// <summary>One device's time signed in. The cookie holds only its key: signing out ends it here, wherever a copy of the cookie may be.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key in the cookie, so that reading the store lets nobody sign in.</summary>
    public required string KeyHash { get; init; }

    public required Guid AccountId { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>Whether the device is one that others use too: nothing is kept on it, and the session ends with the browser.</summary>
    public required bool IsShared { get; init; }
}

/// <summary>Secrets that are given away once and kept only as a hash.</summary>
public static class Token
{
    /// <summary>A new one: 128 bits as 32 hexadecimal digits.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What is kept of it.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
