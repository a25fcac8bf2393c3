using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LastTrainHome.Accounts;
using LastTrainHome.UseCases.Administering;

namespace LastTrainHome.Verbs;

/// <summary><c>accounts add|list|disable|reset</c>: the staff, from the machine the site runs on. Passwords are never typed here: each link that is
/// printed lets its owner choose one.</summary>
internal static class AccountsVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Make() => new("accounts", "Add, list and close accounts of staff, or help with a lost password.") { Add(), List(), Disable(), Reset() };

    private static Command Add()
    {
        var name = Name();
        var teacher = new Option<bool>("--teacher") { Description = "Makes classes and assigns." };
        var editor = new Option<bool>("--editor") { Description = "Changes the content." };
        var owner = new Option<bool>("--owner") { Description = "Administers: invites staff and closes accounts." };
        var verb = new Command("add", "Add a member of staff, and print the link to choose a password.") { name, teacher, editor, owner };
        verb.Validators.Add(asked =>
        {
            if (!asked.GetValue(teacher) && !asked.GetValue(editor) && !asked.GetValue(owner))
                asked.AddError("Say what the account may do: --teacher, --editor, --owner, or several of them.");
        });
        verb.SetAction((asked, _) => StudyHost.WithAsync(async services =>
        {
            var wanted = asked.GetValue(name)!.Trim();
            if (wanted.Length is < 2 or > Account.MaxName)
                return await Refuse($"A name has 2 to {Account.MaxName} letters.");
            return await services.GetRequiredService<AddStaff>().AddAsync(wanted, new(asked.GetValue(teacher), asked.GetValue(editor), asked.GetValue(owner))) is { } token
                ? Print(services, token)
                : await Refuse($"Somebody signs in with the name '{wanted}' already.");
        }));
        return verb;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("list", "List the staff.") { json };
        verb.SetAction((asked, _) => StudyHost.WithAsync(async services =>
        {
            var lines = (await services.GetRequiredService<ListStaff>().ListAsync())
                .Select(account => new Line(account.UserName!, [.. Role.Of(account)], account.MadeAt, account.DisabledAt, account.PasswordHash is not null)).ToList();
            if (asked.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(lines, Json));
            else
                foreach (var line in lines)
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{line.Name}  {string.Join(',', line.Roles)}  {line.MadeAt:yyyy-MM-dd}{(line.DisabledAt is null ? "" : "  disabled")}{(line.HasPassword ? "" : "  no password yet")}"));
            return 0;
        }));
        return verb;
    }

    private static Command Disable()
    {
        var name = Name();
        var verb = new Command("disable", "Close an account: it is signed out everywhere and lets nobody in.") { name };
        verb.SetAction((asked, _) => WithAsync(asked.GetValue(name)!, async (services, account) =>
            await services.GetRequiredService<CloseAccount>().CloseAsync(account.Id) == CloseResult.Closed ? 0 : await Refuse("This is the last administrator's account, so it stays open. Add another one first.")));
        return verb;
    }

    private static Command Reset()
    {
        var name = Name();
        var verb = new Command("reset", "Print a link to choose a new password, which also opens a closed account.") { name };
        verb.SetAction((asked, _) => WithAsync(asked.GetValue(name)!, async (services, account) =>
        {
            await services.GetRequiredService<CloseAccount>().ReopenAsync(account.Id);
            return Print(services, (await services.GetRequiredService<ResetPassword>().ResetAsync(account.Id, by: null))!);
        }));
        return verb;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The name the account signs in with." };

    private static Task<int> WithAsync(string name, Func<IServiceProvider, Account, Task<int>> act) => StudyHost.WithAsync(async services =>
        await services.GetRequiredService<ListStaff>().FindAsync(name.Trim()) is { } account ? await act(services, account) : await Refuse($"Nobody on the staff signs in with the name '{name}'."));

    private static int Print(IServiceProvider services, string token)
    {
        var root = services.GetRequiredService<IConfiguration>()["Site:PublicUrl"] is { Length: > 0 } set ? set.TrimEnd('/') : "http://localhost:5000";
        Console.Out.WriteLine($"{root}/invitation?token={token}");
        return 0;
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private sealed record Line(string Name, IReadOnlyList<string> Roles, DateTime MadeAt, DateTime? DisabledAt, bool HasPassword);
}
