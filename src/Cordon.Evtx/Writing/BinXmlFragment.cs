namespace Cordon.Evtx.Writing;

/// <summary>A template with its values: the payload of an event, or a value of type <see cref="EvtxValueType.BinXml"/>.</summary>
public sealed class BinXmlFragment
{
    /// <summary>Makes a fragment.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">Its values; more than it needs is allowed.</param>
    /// <param name="form">How it starts where it is a value.</param>
    /// <exception cref="ArgumentException">There are too few values, or more than 65,535, or fragments are nested too
    /// deep (together with their elements, 2,000).</exception>
    public BinXmlFragment(
        BinXmlTemplate template,
        IReadOnlyList<BinXmlValue> values,
        BinXmlFragmentForm form = BinXmlFragmentForm.HeaderAndTemplate
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < template.ValueCount || values.Count > ushort.MaxValue)
        {
            throw new ArgumentException(
                $"The template needs {template.ValueCount} values (and takes 65,535), not {values.Count}.",
                nameof(values)
            );
        }

        Template = template;
        Values = values;
        Form = form;
        var below = 0;
        foreach (var value in values)
        {
            below = value.Reference is BinXmlFragment fragment ? Math.Max(below, fragment.Depth) : below;
        }

        Depth = template.Root.Depth + below;
        if (Depth > BinXmlElement.MaxDepth)
        {
            throw new ArgumentException(
                $"Fragments and their elements are nested deeper than {BinXmlElement.MaxDepth}.",
                nameof(values)
            );
        }
    }

    /// <summary>Makes a fragment with a template of its own.</summary>
    /// <inheritdoc cref="BinXmlFragment(BinXmlTemplate, IReadOnlyList{BinXmlValue}, BinXmlFragmentForm)"/>
    public BinXmlFragment(BinXmlElement root, params IReadOnlyList<BinXmlValue> values)
        : this(new BinXmlTemplate(root), values) { }

    /// <summary>The template.</summary>
    public BinXmlTemplate Template { get; }

    /// <summary>The values.</summary>
    public IReadOnlyList<BinXmlValue> Values { get; }

    /// <summary>How it starts where it is a value.</summary>
    public BinXmlFragmentForm Form { get; }

    internal int Depth { get; }
}

/// <summary>How a nested fragment starts. Logs have all of these; the first is the usual one.</summary>
public enum BinXmlFragmentForm
{
    /// <summary>A fragment header, then a template instance.</summary>
    HeaderAndTemplate,

    /// <summary>A template instance at once.</summary>
    Template,

    /// <summary>A fragment header, then an element with its values as text in it.</summary>
    HeaderAndElement,

    /// <summary>An element at once, with its values as text in it.</summary>
    Element,
}
