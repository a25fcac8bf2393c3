using System.IO.Compression;
using LastTrainHome.Content;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Editions;

/// <summary>Every edition that was ever published, file by file, and the pointer to the current one.</summary>
public sealed class Archive(StudyStore store, TimeProvider clock)
{
    private const int MinCompressedSize = 512;

    // The files of the edition recorded last, by path: the next one differs from it in a few.
    private (string Id, Dictionary<string, string> Hashes)? lastRecorded;

    /// <summary>Records an edition and its files. An edition that is recorded already stays as it is.</summary>
    /// <param name="edition">A sound edition.</param>
    /// <param name="origin">How it comes in.</param>
    /// <param name="basedOn">A recorded edition from which it differs in a few files, if there is one.</param>
    public async Task RecordAsync(Edition edition, EditionOrigin origin, string? basedOn = null)
    {
        await using var reading = store.Read();
        if (await reading.Editions.AnyAsync(recorded => recorded.Id == edition.Id))
            return;

        var before = await HashesAsync(reading, basedOn);
        var changed = edition.Files.Where(file => before.GetValueOrDefault(file.Path) != file.Hash).ToList();
        var known = await KnownAsync(reading, changed.Select(file => file.Hash));
        var blobs = changed.DistinctBy(file => file.Hash).Where(file => !known.Contains(file.Hash)).AsParallel().Select(Compress).ToList();
        var replaced = before.Keys.Except(edition.Files.Select(file => file.Path)).Concat(changed.Select(file => file.Path)).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        await store.WriteAsync(async db =>
        {
            // Another process may have recorded the same files in the meantime.
            if (await db.Editions.AnyAsync(recorded => recorded.Id == edition.Id))
                return;
            var since = await KnownAsync(db, blobs.Select(blob => blob.Hash));
            db.Add(new RecordedEdition
            {
                Id = edition.Id,
                RecordedAt = now,
                Origin = origin,
                Pages = edition.Pages.Count,
                BoundNumbers = edition.Counts.Bound,
                CalculatedNumbers = edition.Counts.Calculated,
                PlainNumbers = edition.Counts.Plain.Count,
            });
            await db.SaveChangesAsync();
            await EditionRows.InsertAsync(db, blobs.Where(blob => !since.Contains(blob.Hash)));
            if (before.Count > 0)
                await EditionRows.CopyAsync(db, basedOn!, edition.Id, replaced);
            await EditionRows.InsertAsync(
                db, changed.Select(file => new EditionFile { EditionId = edition.Id, Path = file.Path, BlobHash = file.Hash }));
        });
        lastRecorded = (edition.Id, edition.Files.ToDictionary(file => file.Path, file => file.Hash));
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

    /// <summary>Moves the pointer to a recorded edition, unless another process moved it in the meantime.</summary>
    /// <param name="edition">The edition's id.</param>
    /// <param name="origin">How it was published.</param>
    /// <param name="folder">The content folder it came from, if any.</param>
    /// <param name="basedOn">The edition that was current when the decision was made; null where there was none.</param>
    /// <returns>Whether it is current now.</returns>
    public Task<bool> TryMakeCurrentAsync(string edition, EditionOrigin origin, string? folder, string? basedOn) =>
        store.WriteAsync(db => MovePointerAsync(db, edition, origin, folder, basedOn));

    private async Task<bool> MovePointerAsync(StudyDb db, string edition, EditionOrigin origin, string? folder, string? basedOn)
    {
        var pointer = await db.Current.SingleOrDefaultAsync();
        if (pointer?.EditionId != basedOn)
            return false;

        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new EditionMove { EditionId = edition, At = now, Origin = origin, Folder = folder });
        if (pointer is null)
            db.Add(new CurrentEdition { EditionId = edition, Since = now, Origin = origin });
        else if (pointer.EditionId != edition)
            (pointer.EditionId, pointer.Since, pointer.Origin) = (edition, now, origin);
        return true;
    }

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

    private async Task<Dictionary<string, string>> HashesAsync(StudyDb db, string? edition)
    {
        if (edition is null)
            return [];
        return lastRecorded is { } last && last.Id == edition
            ? last.Hashes
            : await db.EditionFiles.Where(file => file.EditionId == edition).ToDictionaryAsync(file => file.Path, file => file.BlobHash);
    }

    private static async Task<HashSet<string>> KnownAsync(StudyDb db, IEnumerable<string> hashes)
    {
        var asked = hashes.ToList();
        return await db.Blobs.Where(blob => EF.Parameter(asked).Contains(blob.Hash)).Select(blob => blob.Hash).ToHashSetAsync();
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
