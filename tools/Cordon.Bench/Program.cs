using Cordon.Bench;

return BenchCommand.Build().Parse(args).Invoke();
