using LastTrainHome.Publishing;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.WebHost.UseStaticWebAssets(); // outside Development, dotnet run would serve empty files without it
builder.Services.AddReaders();

var app = builder.Build();

app.MapGet("/health/live", () => Results.Text("live"));
app.MapGet("/health/ready", (Shelf shelf) => shelf.Reason is { } reason ? Results.Text(reason, statusCode: 503) : Results.Text("ready"));

app.UseRouting();
app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), pages => pages.UseReaders());

await app.RunAsync();
