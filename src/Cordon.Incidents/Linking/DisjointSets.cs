namespace Cordon.Incidents.Linking;

/// <summary>Numbers that belong together (union and find). The least number of a set stands for it.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    public int Find(int item)
    {
        while (_parents[item] != item)
        {
            _parents[item] = _parents[_parents[item]];
            item = _parents[item];
        }

        return item;
    }

    /// <summary>Puts two sets together; false where they are one already.</summary>
    public bool Unite(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b)
        {
            return false;
        }

        _parents[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }
}
