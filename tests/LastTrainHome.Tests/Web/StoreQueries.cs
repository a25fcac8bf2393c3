using System.Diagnostics;
using LastTrainHome.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LastTrainHome.Tests.Web;

/// <summary>Hears every command that is sent to one study store.</summary>
internal sealed class StoreQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string file;
    private readonly List<(string Text, SqliteParameter[] Parameters)> commands = [];
    private readonly List<IDisposable> heard = [];

    /// <param name="file">The store's file: others are being asked at the same time.</param>
    public StoreQueries(string file)
    {
        this.file = file;
        heard.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count
    {
        get
        {
            lock (commands)
                return commands.Count;
        }
    }

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (commands)
                return [.. commands.Select(command => command.Text)];
        }
    }

    public void Clear()
    {
        lock (commands)
            commands.Clear();
    }

    /// <summary>What SQLite would do for each command that it cannot do by an index.</summary>
    public IReadOnlyList<string> Scans()
    {
        var scans = new List<string>();
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        lock (commands)
            foreach (var (text, parameters) in commands)
            {
                using var explain = connection.CreateCommand();
                explain.CommandText = "EXPLAIN QUERY PLAN " + text;
                explain.Parameters.AddRange(parameters.Select(parameter => new SqliteParameter(parameter.ParameterName, parameter.Value)));
                using var plan = explain.ExecuteReader();
                var steps = new List<string>();
                while (plan.Read())
                    steps.Add(plan.GetString(3));
                scans.AddRange(steps.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !IsOfAnIntermediateResult(step, steps)).Select(step => $"{step}: {text}"));
            }

        return scans;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            heard.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Context: StudyDb } data && data.Command.Connection?.DataSource == file && !IsTheWatchers(data.Command.CommandText))
            lock (commands)
                commands.Add((data.Command.CommandText, [.. data.Command.Parameters.Cast<SqliteParameter>()]));
    }

    private static bool IsOfAnIntermediateResult(string scan, List<string> steps) =>
        steps.Exists(step => step.Split(' ') is ["CO-ROUTINE" or "MATERIALIZE", var name] && scan.Split(' ')[1] == name);

    // The running site looks every second whether another process has published an edition.
    private static bool IsTheWatchers(string text) => text.Contains("FROM \"CurrentEdition\"", StringComparison.Ordinal) && !text.Contains("\"Reports\"", StringComparison.Ordinal);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => heard.ForEach(one => one.Dispose());
}
