using Cordon.Cli;

return CommandLine.Run(args);
