using System.CommandLine;
using System.Text.Json;
using LastTrainHome.UseCases.Administering;

namespace LastTrainHome.Verbs;

/// <summary><c>audit</c>: every column of the study store and what it holds, for those who answer for people's data.</summary>
internal static class AuditVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("audit", "List every column of the study store, what it holds, and which are free text.") { json };
        verb.SetAction((asked, _) => StudyHost.WithAsync(services =>
        {
            var columns = services.GetRequiredService<AuditStore>().Columns();
            if (asked.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(columns, Json));
            else
                foreach (var column in columns)
                    Console.Out.WriteLine($"{column.Table}.{column.Column}  {(column.IsFreeText ? "free text, may hold personal data: " : "")}{column.Holds}");
            return Task.FromResult(0);
        }));
        return verb;
    }
}
