using Cordon.Reading;

return args switch
{
    ["train", string root] => Trainer.Run(root),
    ["measure"] => Measure.Run(),
    ["techniques"] => Trainer.Techniques(),
    ["observables", string part] => Cordon.Reading.Measures.ObservableErrors.Run(part),
    ["claims", string file] => Claims(file),
    ["roles"] => Cordon.Reading.Measures.RoleMeasure.Run(new Cordon.Intelligence.Reading.ReportReader()),
    ["stances", string file] => Cordon.Reading.Measures.StanceMeasure.Run(file, true),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Cordon.Reading train REPOSITORY   trains the models that ship, over CORDON_CORPORA");
    Console.Error.WriteLine(
        "Cordon.Reading measure            trains on training parts alone and measures on development parts"
    );
    return 2;
}

static int Claims(string file)
{
    var report = new Cordon.Intelligence.Reading.ReportReader().Read(File.ReadAllBytes(file), file);
    foreach (var entity in report.Entities.Where(e => e.End - e.Start < 60))
    {
        Console.Write($"[{entity.Type} {entity.Text}] ");
    }

    Console.WriteLine();
    foreach (var claim in report.Claims)
    {
        Console.WriteLine(
            $"{string.Join(" <- ", claim.AssertedBy)} {claim.Stance}: {claim.Subject} | {claim.Predicate} | {claim.Object} ({claim.Outcome})"
        );
    }

    return 0;
}
