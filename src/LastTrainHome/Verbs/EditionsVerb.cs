using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LastTrainHome.Editions;
using LastTrainHome.Store;

namespace LastTrainHome.Verbs;

/// <summary><c>editions</c> lists what was published; <c>editions use ID</c> makes one of them current again.</summary>
internal static class EditionsVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var list = new Command("list", "List every edition, the newest first.") { json };
        list.SetAction((asked, _) => ListAsync(asked.GetValue(json)));

        var id = new Argument<string>("ID") { Description = "The edition, or the first characters of its id." };
        var use = new Command("use", "Make an edition current.") { id };
        use.SetAction((asked, _) => UseAsync(asked.GetValue(id)!));

        var own = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("editions", "List editions, or go back to one.") { list, use, own };
        verb.SetAction((asked, _) => ListAsync(asked.GetValue(own)));
        return verb;
    }

    private static Task<int> ListAsync(bool json) => StudyHost.WithAsync(async services =>
    {
        var editions = await services.GetRequiredService<Archive>().ListAsync();
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(editions, Json));
        else
            foreach (var edition in editions)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(edition.IsCurrent ? '*' : ' ')} {edition.Id[..16]}  {edition.RecordedAt:yyyy-MM-dd HH:mm:ss}Z  {edition.Pages} pages  {edition.Origin.ToString().ToLowerInvariant()}"));
        return 0;
    });

    private static Task<int> UseAsync(string id) => StudyHost.WithAsync(async services =>
    {
        var archive = services.GetRequiredService<Archive>();
        var before = await archive.CurrentAsync();
        var meant = (await archive.ListAsync()).Where(edition => edition.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        if (meant.Count != 1)
            throw new CannotRunException(meant.Count == 0 ? $"There is no edition '{id}'. See: editions list." : $"'{id}' begins the id of {meant.Count} editions. Give more of it.");
        if (await services.GetRequiredService<LibraryBuilder>().OpenAsync(meant[0].Id) is null)
            throw new CannotRunException($"The edition '{meant[0].Id[..16]}' cannot be read by this version of the program.");
        if (!await archive.TryMakeCurrentAsync(meant[0].Id, EditionOrigin.Use, folder: null, basedOn: before))
            throw new CannotRunException("Another process made another edition current just now. See: editions list.");
        Console.Out.WriteLine($"Edition {meant[0].Id[..16]} is current.");
        return 0;
    });
}
