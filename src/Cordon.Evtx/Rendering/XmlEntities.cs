namespace Cordon.Evtx.Rendering;

/// <summary>The entities that XML predefines.</summary>
internal static class XmlEntities
{
    /// <summary>The character of a predefined entity, or NUL.</summary>
    public static char CharacterOf(string name) =>
        name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => '\0',
        };
}
