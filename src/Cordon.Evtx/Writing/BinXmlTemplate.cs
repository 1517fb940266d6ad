namespace Cordon.Evtx.Writing;

/// <summary>An element tree with places for values: written once per chunk, then pointed to by every record of its shape.</summary>
/// <remarks>Keep an instance for as long as events of its shape are written: making one hashes its content.</remarks>
public sealed class BinXmlTemplate
{
    /// <summary>Makes a template.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="id">Its identifier, which has to be different for every content within one chunk; null for one
    /// derived from the content.</param>
    public BinXmlTemplate(BinXmlElement root, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = root;
        Id = id ?? TemplateIdentity.Of(root);
    }

    /// <summary>The tree.</summary>
    public BinXmlElement Root { get; }

    /// <summary>The identifier; equal for equal content unless it was given.</summary>
    public Guid Id { get; }

    /// <summary>How many values an instance needs.</summary>
    public int ValueCount => Root.ValueCount;
}
