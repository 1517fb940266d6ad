using System.CommandLine;
using Cordon.Cli.Intelligence;
using Cordon.Intelligence.Claims;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon intel import|update|list|undo|grade|export</c>: fills the store and shows what is in it.</summary>
internal static class IntelImportCommand
{
    /// <summary>Builds <c>import</c>.</summary>
    public static Command BuildImport()
    {
        var from = new Argument<string[]>("FILE|FOLDER|URL")
        {
            Description =
                "STIX 2.1 or 2.0 (ATT&CK's bundle too), MISP events, feeds, galaxy clusters and warning lists, Microsoft's mapping of names, plain lists. Told by content. taxii+https://… reads the collections of a TAXII 2.1 server.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> store = IntelStore.Option();
        var command = new Command(
            "import",
            "Add what others publish. Nothing is merged by name; the same content again changes nothing; 'undo' takes it away."
        )
        {
            from,
            store,
        };
        command.SetAction(
            (call, cancel) => IntelImport.RunAsync(call.GetRequiredValue(from), call.GetValue(store), cancel)
        );
        Examples.Of(
            command,
            ("cordon intel import enterprise-attack.json", "ATT&CK's groups, techniques and software"),
            ("cordon intel import https://feeds.example/blocklist.txt", "a list of values, fetched with https only"),
            (
                "cordon intel import taxii+https://taxii.example/taxii2/",
                "every collection; CORDON_TAXII names the file of passwords"
            )
        );
        return command;
    }

    /// <summary>Builds <c>update</c>.</summary>
    public static Command BuildUpdate()
    {
        Option<string?> store = IntelStore.Option();
        var command = new Command(
            "update",
            "Fetch every import that came from an address again; what has not changed stays, what has takes the old one's place."
        )
        {
            store,
        };
        command.SetAction((call, cancel) => IntelImport.UpdateAsync(call.GetValue(store), cancel));
        Examples.Of(
            command,
            ("cordon intel update", "exit code 1 where an address could not be had; the others are done")
        );
        return command;
    }

    /// <summary>Builds <c>list</c>.</summary>
    public static Command BuildList()
    {
        Option<string?> store = IntelStore.Option();
        var command = new Command("list", "Show what was imported, from where, and when.") { store };
        command.SetAction(call => IntelImport.List(call.GetValue(store)));
        Examples.Of(command, ("cordon intel list", "one line for each import, the oldest first"));
        return command;
    }

    /// <summary>Builds <c>undo</c>.</summary>
    public static Command BuildUndo()
    {
        var id = new Argument<string>("IMPORT") { Description = "What 'list' shows, or its first letters." };
        Option<string?> store = IntelStore.Option();
        var command = new Command("undo", "Take an import away; what it had replaced is back.") { id, store };
        command.SetAction(call => IntelImport.Undo(call.GetRequiredValue(id), call.GetValue(store)));
        Examples.Of(command, ("cordon intel undo 3f9a", "the import whose identifier begins so"));
        return command;
    }

    /// <summary>Builds <c>grade</c>.</summary>
    public static Command BuildGrade()
    {
        var id = new Argument<string>("IMPORT") { Description = "What 'list' shows, or its first letters." };
        var grade = new Argument<string>("GRADE")
        {
            Description =
                "An Admiralty grade: A (reliable) to E, F where nobody can tell; 1 (confirmed) to 5, 6 where nobody can tell. 'none' takes it back.",
        };
        grade.Validators.Add(static result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (text != "none" && !AdmiraltyScale.IsGrade(text.ToUpperInvariant()))
            {
                result.AddError(
                    $"'{text}' is no Admiralty grade; write a letter from A to F and a digit from 1 to 6, or none"
                );
            }
        });
        Option<string?> store = IntelStore.Option();
        var command = new Command(
            "grade",
            "Say how good an import is. What a feed says of itself only ever lowers what its word weighs; your grade may raise it."
        )
        {
            id,
            grade,
            store,
        };
        command.SetAction(call =>
            IntelImport.Grade(call.GetRequiredValue(id), call.GetRequiredValue(grade), call.GetValue(store))
        );
        Examples.Of(
            command,
            ("cordon intel grade 3f9a B2", "usually reliable, probably true; kept when it is imported again"),
            ("cordon intel grade 3f9a none", "back to what it says of itself")
        );
        return command;
    }

    /// <summary>Builds <c>export</c>.</summary>
    public static Command BuildExport()
    {
        Option<string?> store = IntelStore.Option();
        var sightings = new Option<bool>("--sightings")
        {
            Description =
                "Write instead which indicators 'cordon scan --intel' saw, where and when: sightings, without accounts.",
        };
        var command = new Command(
            "export",
            "Write all claims as a STIX 2.1 bundle: relationships, opinions on them, notes."
        )
        {
            store,
            sightings,
        };
        command.SetAction(call =>
            call.GetValue(sightings)
                ? IntelImport.ExportSightings(call.GetValue(store))
                : IntelImport.Export(call.GetValue(store))
        );
        Examples.Of(
            command,
            ("cordon intel export > claims.json", "'cordon stix validate claims.json' finds it valid")
        );
        return command;
    }
}
