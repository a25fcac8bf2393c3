using LastTrainHome.Benchmarks;
using LastTrainHome.Benchmarks.Anchors;

// Each measurement prints what it did and how long it took. None of them is a test.
return args switch
{
    ["publish", var sections] when int.TryParse(sections, out var count) && count > 0 => await PublishBenchmark.RunAsync(count),
    ["anchors", .. var options] => AnchorsBenchmark.Run(options),
    ["classroom"] => await ClassroomBenchmark.RunAsync(),
    ["classroom-students", var address, var cards, var log, var seconds] => await ClassroomStudents.RunAsync(address, cards, log, int.Parse(seconds)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("benchmarks: publish N, classroom");
    return 2;
}
