using LastTrainHome.Pages;
using LastTrainHome.Publishing;
using LastTrainHome.Verbs;

if (CommandLine.Names(args))
    return await CommandLine.ObeyAsync(args);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.WebHost.UseStaticWebAssets(); // outside Development, dotnet run would serve empty files without it
builder.Services.AddReaders();
builder.Services.AddPages();

var app = builder.Build();

app.UsePages();
app.MapPages();
app.MapGet("/health/live", () => Results.Text("live"));
app.MapGet("/health/ready", (Shelf shelf) => shelf.Reason is { } reason ? Results.Text(reason, statusCode: 503) : Results.Text("ready"));

await app.RunAsync();
return 0;
