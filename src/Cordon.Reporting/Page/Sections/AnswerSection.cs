using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The answer in words for each organisation, worst first.</summary>
internal static class AnswerSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("section", ("id", "answer"), ("aria-labelledby", "answer-h"));
        html.Element("h2", "The answer", ("id", "answer-h"));
        if (page.Answers.Count == 0)
        {
            html.Element("p", "No log was read, so nothing can be said.");
        }

        foreach (Answer answer in page.Answers)
        {
            Write(page, answer);
        }

        html.Close();
    }

    private static void Write(PageContext page, Answer answer)
    {
        HtmlWriter html = page.Html;
        string outcome = answer.Worst is { } worst ? OutcomeWords.Of(worst) : "none";
        html.Open("article", ("class", "card answer edge " + outcome));
        html.Open("h3");
        html.Open("span").Text(answer.Organisation, PageLimits.Line).Close().Text(" ");
        html.Element("span", answer.Verdict, ("class", "badge " + outcome));
        html.Close();
        html.Open("dl", ("class", "facts"));
        One(html, "Did they try?", answer.Tried);
        One(html, "Did they get in?", answer.GotIn);
        Several(html, "Who is behind it, and who says so?", answer.Who, "ul");
        Several(
            html,
            "Who must be warned next?",
            answer.Warn,
            "ul",
            answer.WarningCount > 0 ? ("warnings", "Why, and what to send") : null
        );
        Several(html, "Whom did it touch?", answer.Touched, "ul");
        Several(html, "What could not be seen?", answer.Unseen, "ul");
        Several(html, "What to do first", answer.First, "ol");
        html.Close().Close();
    }

    private static void One(HtmlWriter html, string question, string text)
    {
        html.Element("dt", question);
        html.Open("dd").Text(text, PageLimits.Value).Close();
    }

    private static void Several(
        HtmlWriter html,
        string question,
        IReadOnlyList<string> texts,
        string list,
        (string Place, string Text)? link = null
    )
    {
        html.Element("dt", question);
        html.Open("dd");
        if (texts.Count == 1)
        {
            html.Text(texts[0], PageLimits.Value);
            if (link is var (place, words))
            {
                html.Text(" ").Element("a", words, ("href", "#" + place));
            }
        }
        else
        {
            html.Open(list);
            foreach (string text in texts)
            {
                html.Open("li").Text(text, PageLimits.Value).Close();
            }

            html.Close();
        }

        html.Close();
    }
}
