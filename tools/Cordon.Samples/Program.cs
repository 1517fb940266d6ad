using Cordon.Samples;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Cordon.Samples -- FOLDER");
    return 2;
}

foreach (var path in SampleLogs.WriteAll(folder))
{
    Console.WriteLine($"{new FileInfo(path).Length, 9:N0}  {path}");
}

return 0;
