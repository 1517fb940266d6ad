using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Cordon.Reporting.Tests")]
