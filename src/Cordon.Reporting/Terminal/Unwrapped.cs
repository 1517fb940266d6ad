using Spectre.Console.Rendering;

namespace Cordon.Reporting.Terminal;

/// <summary>Renders its content on one line, however narrow the console.</summary>
internal sealed class Unwrapped(IRenderable inner) : IRenderable
{
    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, short.MaxValue);

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        inner.Render(options, short.MaxValue).Where(static segment => !segment.IsLineBreak);
}
