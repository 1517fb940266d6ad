using Cordon.Bench;

// generate FILE BYTES | startup RULES... -- LOGS... | profile RULES... -- LOGS... | verify RULES... -- LOGS... | measure NAME RULES... -- LOGS...
return args switch
{
    ["generate", var path, var bytes] => Generate(
        path,
        long.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture)
    ),
    ["verify", .. var rest] => Verification.Run(Rules.Load(Before(rest)), Inputs.Of("logs", After(rest))),
    ["filters", .. var rest] => FilterProfile.Run(Rules.Load(Before(rest)), Inputs.Of("logs", After(rest))),
    ["startup", .. var rest] => StartUp.Run(Before(rest), Inputs.Of("logs", After(rest))),
    ["profile", .. var rest] => Profile.Run(Rules.Load(Before(rest)), Inputs.Of("logs", After(rest))),
    ["measure", var name, .. var rest] => Measurements.Run(Rules.Load(Before(rest)), Inputs.Of(name, After(rest))),
    _ => Usage(),
};

static int Generate(string path, long bytes)
{
    new QuietLog().Write(path, bytes);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        "usage: generate FILE BYTES | startup RULES... -- LOGS... | verify RULES... -- LOGS... | measure NAME RULES... -- LOGS..."
    );
    return 2;
}

static string[] Before(string[] args) => [.. args.TakeWhile(a => a != "--")];

static string[] After(string[] args) => [.. args.SkipWhile(a => a != "--").Skip(1)];
