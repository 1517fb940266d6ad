using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>About how many bytes of memory an activity takes, with its texts.</summary>
internal static class ActivitySize
{
    private const int Plain = 900;
    private const int Text = 100;
    private const int Part = 400;

    public static int Of(Activity activity) =>
        activity switch
        {
            Mail mail => Plain
                + ((mail.Text.Length + mail.Subject.Length) * sizeof(char))
                + (mail.Recipients.Count * Text)
                + ((mail.Links.Count + mail.Attachments.Count + mail.Verdicts.Count) * Part),
            AccountAction action => Plain + (action.Detail.Length * sizeof(char)) + (action.Items.Count * Text),
            WebRequest request => Plain + (request.Url.Length * sizeof(char)),
            _ => Plain,
        };
}
