using LastTrainHome;
using LastTrainHome.Verbs;

// A verb is obeyed, and its answer alone is on standard output. Without one the site is served.
return CommandLine.Names(args) ? await CommandLine.ObeyAsync(args) : await Serving.RunAsync(args);
