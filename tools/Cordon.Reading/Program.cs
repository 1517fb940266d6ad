using Cordon.Reading;

return args switch
{
    ["train", string root] => Trainer.Run(root),
    ["measure"] => Measure.Run(),
    ["techniques"] => Trainer.Techniques(),
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
