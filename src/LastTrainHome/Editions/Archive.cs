using System.IO.Compression;
using LastTrainHome.Content;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Editions;

/// <summary>Every edition that was ever published, file by file, and the pointer to the current one.</summary>
public sealed class Archive(StudyStore store, TimeProvider clock)
{
    private const int MinCompressedSize = 512;

    /// <summary>Records an edition and its files. An edition that is recorded already stays as it is.</summary>
    public async Task RecordAsync(Edition edition, EditionOrigin origin)
    {
        HashSet<string> known;
        await using (var db = store.Read())
        {
            if (await db.Editions.AnyAsync(kept => kept.Id == edition.Id))
                return;
            known = [.. await db.Blobs.Select(blob => blob.Hash).ToListAsync()];
        }

        var blobs = edition.Files.DistinctBy(file => file.Hash).Where(file => !known.Contains(file.Hash))
            .AsParallel().Select(Compress).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        await store.WriteAsync(async db =>
        {
            // Another process may have recorded the same files in the meantime.
            if (await db.Editions.AnyAsync(kept => kept.Id == edition.Id))
                return;
            var since = await db.Blobs.Select(blob => blob.Hash).ToHashSetAsync();
            db.AddRange(blobs.Where(blob => !since.Contains(blob.Hash)));
            db.Add(new RecordedEdition
            {
                Id = edition.Id,
                RecordedAt = now,
                Origin = origin,
                Pages = edition.Pages.Count,
                BoundNumbers = edition.Counts.Bound,
                CalculatedNumbers = edition.Counts.Calculated,
                PlainNumbers = edition.Counts.Plain.Count,
                Files = [.. edition.Files.Select(file =>
                    new EditionFile { EditionId = edition.Id, Path = file.Path, BlobHash = file.Hash })],
            });
        });
    }

    /// <summary>The files of a recorded edition, as they were.</summary>
    public async Task<IReadOnlyList<ContentFile>> FilesAsync(string edition)
    {
        await using var db = store.Read();
        var files = await (
            from file in db.EditionFiles
            where file.EditionId == edition
            join blob in db.Blobs on file.BlobHash equals blob.Hash
            orderby file.Path
            select new { file.Path, Blob = blob }).ToListAsync();
        return [.. files.AsParallel().AsOrdered().Select(file => new ContentFile(file.Path, Decompress(file.Blob), file.Blob.Hash))];
    }

    /// <summary>The id of the edition that readers get, or null before the first one.</summary>
    public async Task<string?> CurrentAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.Current.Select(current => current.EditionId).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Since when each file of the current edition has been unchanged: the time of the first edition that held the same bytes
    /// under the same path.</summary>
    public async Task<Dictionary<string, DateTime>> UnchangedSinceAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        return await (
            from current in db.Current
            join file in db.EditionFiles on current.EditionId equals file.EditionId
            join same in db.EditionFiles on new { file.Path, file.BlobHash } equals new { same.Path, same.BlobHash }
            join edition in db.Editions on same.EditionId equals edition.Id
            group edition.RecordedAt by file.Path into times
            select new { Path = times.Key, At = times.Min() })
            .ToDictionaryAsync(file => file.Path, file => file.At, cancel);
    }

    /// <summary>The edition that last came from a content folder, or null.</summary>
    public async Task<string?> LastPublishedFromAsync(string folder)
    {
        await using var db = store.Read();
        return await db.Moves.Where(move => move.Folder == folder).OrderByDescending(move => move.Id)
            .Select(move => move.EditionId).FirstOrDefaultAsync();
    }

    /// <summary>Moves the pointer to a recorded edition.</summary>
    /// <param name="edition">The edition's id.</param>
    /// <param name="origin">How it was published.</param>
    /// <param name="folder">The content folder it came from, if any.</param>
    public Task MakeCurrentAsync(string edition, EditionOrigin origin, string? folder) => store.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new EditionMove { EditionId = edition, At = now, Origin = origin, Folder = folder });
        if (await db.Current.SingleOrDefaultAsync() is not { } current)
            db.Add(new CurrentEdition { EditionId = edition, Since = now, Origin = origin });
        else if (current.EditionId != edition)
            (current.EditionId, current.Since, current.Origin) = (edition, now, origin);
    });

    /// <summary>All editions, the newest first.</summary>
    public async Task<IReadOnlyList<EditionSummary>> ListAsync()
    {
        await using var db = store.Read();
        var current = await db.Current.Select(current => current.EditionId).SingleOrDefaultAsync();
        return await db.Editions
            .OrderByDescending(edition => edition.RecordedAt).ThenBy(edition => edition.Id)
            .Select(edition => new EditionSummary(
                edition.Id, edition.RecordedAt, edition.Origin, edition.Pages,
                edition.BoundNumbers, edition.CalculatedNumbers, edition.PlainNumbers, edition.Id == current))
            .ToListAsync();
    }

    private static Blob Compress(ContentFile file)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(file.Bytes.Length)];
        var length = 0;
        var isSmaller = file.Bytes.Length >= MinCompressedSize
            && BrotliEncoder.TryCompress(file.Bytes.Span, packed, out length, quality: 1, window: 22)
            && length < file.Bytes.Length;
        return isSmaller
            ? new() { Hash = file.Hash, Bytes = packed[..length], IsCompressed = true }
            : new() { Hash = file.Hash, Bytes = file.Bytes.ToArray(), IsCompressed = false };
    }

    private static byte[] Decompress(Blob blob)
    {
        if (!blob.IsCompressed)
            return blob.Bytes;
        using var plain = new MemoryStream();
        using (var packed = new BrotliStream(new MemoryStream(blob.Bytes), CompressionMode.Decompress))
            packed.CopyTo(plain);
        return plain.ToArray();
    }
}
