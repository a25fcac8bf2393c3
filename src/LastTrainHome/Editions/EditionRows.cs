using System.Data.Common;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LastTrainHome.Editions;

/// <summary>Writes the many rows of one edition into the study store inside the current transaction. EF Core's change tracker would take
/// several times as long; the statements are plain SQL that any provider runs.</summary>
internal static class EditionRows
{
    public static async Task InsertAsync(StudyDb db, IEnumerable<Blob> blobs)
    {
        await using var insert = Command(db,
            """INSERT INTO "Blobs" ("Hash", "Bytes", "IsCompressed") VALUES (@hash, @bytes, @packed)""", "@hash", "@bytes", "@packed");
        foreach (var blob in blobs)
            await RunAsync(insert, blob.Hash, blob.Bytes, blob.IsCompressed);
    }

    public static async Task InsertAsync(StudyDb db, IEnumerable<EditionFile> files)
    {
        await using var insert = Command(db,
            """INSERT INTO "EditionFiles" ("EditionId", "Path", "BlobHash") VALUES (@edition, @path, @hash)""",
            "@edition", "@path", "@hash");
        foreach (var file in files)
            await RunAsync(insert, file.EditionId, file.Path, file.BlobHash);
    }

    /// <summary>Gives an edition the files of another one, but for some.</summary>
    public static async Task CopyAsync(StudyDb db, string from, string to, IEnumerable<string> except)
    {
        await using (var copy = Command(db,
            """
            INSERT INTO "EditionFiles" ("EditionId", "Path", "BlobHash")
            SELECT @to, "Path", "BlobHash" FROM "EditionFiles" WHERE "EditionId" = @from
            """, "@to", "@from"))
            await RunAsync(copy, to, from);
        await using var delete = Command(db,
            """DELETE FROM "EditionFiles" WHERE "EditionId" = @edition AND "Path" = @path""", "@edition", "@path");
        foreach (var path in except)
            await RunAsync(delete, to, path);
    }

    private static DbCommand Command(StudyDb db, string text, params string[] parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = text;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static Task<int> RunAsync(DbCommand command, params object[] values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at];
        return command.ExecuteNonQueryAsync();
    }
}
