using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;
using Cordon.Reading;
using Cordon.Reading.Measures;

return args switch
{
    ["train", string root] => Trainer.Run(root),
    ["measure"] => Measure.Run(),
    ["folds"] => FoldMeasure.Run(),
    ["errors", string type] => NameErrors.Run(type),
    ["errors", string type, "folds"] => NameErrors.RunFolds(type),
    ["techniques"] => Trainer.Techniques(),
    ["roles"] => RoleMeasure.Run(new ReportReader()),
    ["claims", string file] => Claims(file),
    ["statements", string file] => ClaimMeasure.Run(file, tells: false),
    ["statements", string file, "tell"] => ClaimMeasure.Run(file, tells: true),
    ["observables", string part] => ObservableErrors.Run(part),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        train REPOSITORY   trains the models that ship, over CORDON_CORPORA
        measure            trains on training parts alone and measures on development parts
        folds              measures names over training and development parts, each third by a model of the others
        errors TYPE        shows what is found too much (+) and too little (-) on development parts; "folds" behind it: over folds
        techniques         measures techniques alone
        roles              measures attackers and victims with the models that ship
        claims FILE        shows the claims of a report
        statements FILE    measures whole claims on texts with marked statements; "tell" behind it: shows what is wrong
        observables PART   shows where observables and APTNER's marks disagree
        """
    );
    return 2;
}

static int Claims(string file)
{
    foreach (Claim claim in new ReportReader().Read(File.ReadAllBytes(file), file).Claims)
    {
        Console.WriteLine(
            $"{string.Join(" <- ", claim.AssertedBy)} {claim.Stance}: {claim.Subject} | {claim.Predicate} | {claim.Object} ({claim.Outcome})"
        );
    }

    return 0;
}
