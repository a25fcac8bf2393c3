using System.Globalization;
using LastTrainHome;
using LastTrainHome.Verbs;

// The machine's language decides nothing. What people read is written in the study's: Web/Display/DisplayFormat.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// A verb is obeyed, and its answer alone is on standard output. Without one the site is served.
return CommandLine.Names(args) ? await CommandLine.ObeyAsync(args) : await Serving.RunAsync(args);
