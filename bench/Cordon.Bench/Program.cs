using Cordon.Bench;
using Cordon.Sigma;

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
    ["repeat", var count, .. var rest] => Repeat(
        int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
        Rules.Load(Before(rest)),
        Inputs.Of("logs", After(rest))
    ),
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

// For a profiler to look at: nothing but the events and the rules.
static int Repeat(int count, Rules rules, Inputs inputs)
{
    CompiledEvaluator evaluator = rules.Compile().CreateEvaluator();
    List<int> held = [];
    for (int run = 0; run < count; run++)
    {
        Timing timing = Timing.Best(1, () => inputs.ForEach(rules.Fields, e => evaluator.Evaluate(e, held)));
        Console.WriteLine($"{inputs.Bytes / timing.Cpu.TotalSeconds / 1e6:F0} MB/s");
    }

    return 0;
}

static string[] Before(string[] args) => [.. args.TakeWhile(a => a != "--")];

static string[] After(string[] args) => [.. args.SkipWhile(a => a != "--").Skip(1)];
