namespace Cordon.Evtx.Tests.Writing;

/// <summary>Walks Binary XML and checks that every size, offset, hash and count says what is there.</summary>
internal sealed class BinXmlAudit(byte[] chunk)
{
    private int _at;

    public byte[] Bytes { get; } = chunk;

    /// <summary>Every name referred to, by offset.</summary>
    public Dictionary<int, string> Names { get; } = [];

    /// <summary>Every template referred to, by the offset of its definition.</summary>
    public HashSet<int> Templates { get; } = [];

    /// <summary>Checks a record's fragment; the answer is the offset behind it.</summary>
    public int Record(int at)
    {
        _at = at;
        Assert.Equal(0x0F, Bytes[at]);
        Fragment();
        return _at;
    }

    private void Fragment()
    {
        if (Bytes[_at] == 0x0F)
        {
            Assert.Equal(0x0001010Fu, U32());
        }

        if (Bytes[_at] == 0x0C)
        {
            Instance();
        }
        else if (Bytes[_at] != 0)
        {
            Element(inTemplate: false, values: 0);
        }

        Assert.Equal(0, Byte());
    }

    private void Instance()
    {
        Assert.Equal(0x0C, Byte());
        Assert.Equal(1, Byte());
        var id = U32();
        var offset = (int)U32();
        var isHere = offset == _at;
        Assert.Equal(isHere, Templates.Add(offset));
        Assert.Equal(id, EvtxAudit.U32(Bytes, offset + 4));
        if (isHere)
        {
            var size = (int)EvtxAudit.U32(Bytes, offset + 20);
            _at = offset + 24;
            Assert.Equal(0x0001010Fu, U32());
            Element(inTemplate: true, values: ushort.MaxValue);
            Assert.Equal(0, Byte());
            Assert.Equal(offset + 24 + size, _at);
        }

        var count = (int)U32();
        var descriptors = _at;
        _at += 4 * count;
        for (var i = 0; i < count; i++)
        {
            var size = EvtxAudit.U16(Bytes, descriptors + (4 * i));
            var end = _at + size;
            Assert.Equal(0, Bytes[descriptors + (4 * i) + 3]);
            if (Bytes[descriptors + (4 * i) + 2] == 0x21)
            {
                Fragment();
                Assert.Equal(end, _at);
            }

            _at = end;
        }
    }

    private void Element(bool inTemplate, int values)
    {
        var token = Byte();
        Assert.Equal(0x01, token & ~0x40);
        if (inTemplate)
        {
            var dependency = U16();
            Assert.True(dependency == 0xFFFF || dependency < values);
        }

        var size = (int)U32();
        var end = _at + size;
        Name();
        if ((token & 0x40) != 0)
        {
            var length = (int)U32();
            var attributesEnd = _at + length;
            bool more;
            do
            {
                var attribute = Byte();
                Assert.Equal(0x06, attribute & ~0x40);
                more = (attribute & 0x40) != 0;
                Name();
                while (Bytes[_at] is not (0x06 or 0x46 or 0x02 or 0x03))
                {
                    Content(inTemplate, values);
                }
            } while (more);
            Assert.Equal(attributesEnd, _at);
        }

        var close = Byte();
        if (close == 0x02)
        {
            while (Bytes[_at] != 0x04)
            {
                Content(inTemplate, values);
            }

            _at++;
        }
        else
        {
            Assert.Equal(0x03, close);
        }

        Assert.Equal(end, _at);
    }

    private void Content(bool inTemplate, int values)
    {
        var token = Bytes[_at] & ~0x40;
        if (token == 0x01)
        {
            Element(inTemplate, values);
            return;
        }

        _at++;
        switch (token)
        {
            case 0x05:
                Assert.Equal(1, Byte());
                goto case 0x07;
            case 0x07:
            case 0x0B:
                var length = U16();
                _at += 2 * length;
                break;
            case 0x08:
                _at += 2;
                break;
            case 0x09:
            case 0x0A:
                Name();
                break;
            case 0x0D:
            case 0x0E:
                Assert.True(inTemplate, "a raw element has a substitution");
                _at += 3;
                break;
            default:
                Assert.Fail($"token 0x{token:X2} at 0x{_at - 1:X}");
                break;
        }
    }

    private void Name()
    {
        var offset = (int)U32();
        var isHere = offset == _at;
        var length = EvtxAudit.U16(Bytes, offset + 6);
        var text = EvtxAudit.Text(Bytes.AsSpan(offset + 8, 2 * length));
        if (isHere)
        {
            var hash = 0;
            for (var i = 0; i < length; i++)
            {
                hash = unchecked((hash * 65599) + EvtxAudit.U16(Bytes, offset + 8 + (2 * i)));
            }

            Assert.Equal(hash & 0xFFFF, EvtxAudit.U16(Bytes, offset + 4));
            Assert.Equal(0, EvtxAudit.U16(Bytes, offset + 8 + (2 * length)));
            Names.Add(offset, text);
            _at += 8 + (2 * length) + 2;
        }
        else
        {
            Assert.Equal(Names[offset], text);
        }
    }

    private byte Byte() => Bytes[_at++];

    private ushort U16()
    {
        _at += 2;
        return EvtxAudit.U16(Bytes, _at - 2);
    }

    private uint U32()
    {
        _at += 4;
        return EvtxAudit.U32(Bytes, _at - 4);
    }
}
