using System.CommandLine;

namespace LastTrainHome.Verbs;

/// <summary><c>health [URL]</c>: asks a running site whether it is ready. Exit code 0: it is; 1: it is not; 2: no address; for a container, which has no other client.</summary>
internal static class HealthVerb
{
    public static Command Make()
    {
        var site = new Argument<string>("URL") { Description = "The site's address.", DefaultValueFactory = _ => "http://localhost:5000" };
        var verb = new Command("health", "Ask a running site whether it is ready.") { site };
        verb.SetAction(async (asked, cancel) =>
        {
            if (!Uri.TryCreate(asked.GetValue(site), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                await Console.Error.WriteLineAsync("The site's address begins with http:// or https://.");
                return 2;
            }

            try
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
                using var answer = await client.GetAsync(new Uri(address, "/health/ready"), cancel);
                Console.Out.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception unreached) when (unreached is HttpRequestException or OperationCanceledException)
            {
                await Console.Error.WriteLineAsync(unreached.Message);
                return 1;
            }
        });
        return verb;
    }
}
