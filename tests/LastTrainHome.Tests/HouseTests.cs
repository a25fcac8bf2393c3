using System.Text.RegularExpressions;
using Xunit;

namespace LastTrainHome.Tests;

/// <summary>Which rooms a room may open. Each stands below the rooms it opens, so no way leads back. A new door is a decision.</summary>
public sealed partial class HouseTests
{
    private static readonly Dictionary<string, string[]> Doors = new()
    {
        ["Library"] = [],
        ["Content"] = ["Library"],
        ["Accounts"] = [],
        ["Classroom"] = ["Library"],
        ["Store"] = ["Library", "Accounts", "Classroom"],
        ["Publishing"] = ["Library", "Content", "Classroom", "Store"],
        ["Pages"] = ["Library", "Accounts", "Classroom", "Store", "Publishing"],
        ["Verbs"] = ["Library", "Content", "Accounts", "Classroom", "Store", "Publishing"],
    };

    public static TheoryData<string> Rooms => [.. Doors.Keys];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_opens_only_its_doors(string room)
    {
        var folder = Repository.Path("src", "LastTrainHome", room);
        if (!Directory.Exists(folder))
            return;
        var opened = Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .SelectMany(file => RoomName().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Room: match.Groups[1].Value)))
            .Where(door => Doors.ContainsKey(door.Room) && door.Room != room && !Doors[room].Contains(door.Room));

        Assert.Empty(opened.Distinct());
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_door_leads_only_upwards(string room) =>
        Assert.Empty(Doors[room].Except(Doors.Keys.TakeWhile(above => above != room)));

    [Fact]
    public void Every_room_is_on_the_map()
    {
        var folders = Directory.EnumerateDirectories(Repository.Path("src", "LastTrainHome")).Select(path => Path.GetFileName(path));

        Assert.Empty(folders.Except([.. Doors.Keys, "wwwroot", "bin", "obj"]));
    }

    [Fact]
    public void Nothing_in_the_source_knows_the_film()
    {
        var words = Film();
        var sources = Directory.EnumerateFiles(Repository.Path("src", "LastTrainHome"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".css" or ".js" or ".json" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

        // The project's own name is not the film's.
        Assert.Empty(sources.SelectMany(file => words.Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    [GeneratedRegex(@"(?<![\w.])(?:using |global::)?LastTrainHome\.([A-Z]\w+)(?=[.;])")]
    private static partial Regex RoomName();

    // Doc comments show keys such as themes/hukou as examples; a rule in code may not.
    [GeneratedRegex(@"(?m)^(?!\s*//).*?\b(China|Chinese|Lixin|Guangzhou|Sichuan|Last Train Home)\b")]
    private static partial Regex Film();
}
