using System.Text;
using Cordon.Evtx.Rendering;

namespace Cordon.Evtx.BinXml;

/// <summary>The name of an element, attribute, entity or processing instruction, with the forms in which it is written.</summary>
internal sealed class EvtxName
{
    public EvtxName(string text)
    {
        Text = text;
        int colon = text.LastIndexOf(':');
        Local = colon >= 0 && colon + 1 < text.Length ? text[(colon + 1)..] : text;
        IsNamespace = text == "xmlns" || text.StartsWith("xmlns:", StringComparison.Ordinal);
        Xml = Encoding.UTF8.GetBytes(XmlNames.Sanitise(text));
        var json = new Utf8Output();
        json.WriteJsonString(text);
        Json = json.Written.ToArray();
    }

    /// <summary>As it lies in the log.</summary>
    public string Text { get; }

    /// <summary>Without prefix.</summary>
    public string Local { get; }

    /// <summary>A namespace declaration.</summary>
    public bool IsNamespace { get; }

    /// <summary>UTF-8, made a well-formed XML name.</summary>
    public byte[] Xml { get; }

    /// <summary>UTF-8, as a JSON string with its quotes.</summary>
    public byte[] Json { get; }

    /// <summary>Bytes that the name takes, about.</summary>
    public int Size => 160 + (4 * Text.Length) + Xml.Length + Json.Length;
}
