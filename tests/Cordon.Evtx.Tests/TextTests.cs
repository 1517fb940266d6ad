using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Cordon.Evtx.Tests.Build;
using CsCheck;

namespace Cordon.Evtx.Tests;

/// <summary>Whatever text a record holds, parsers of the output get it back.</summary>
public sealed class TextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Char['\0', '\x7F'],
            Gen.Char['\x80', '\uFFFF'],
            Gen.Int[0, 5].Select(static i => "\\\"\n é<"[i])
        )
        .Array[0, 60]
        .Select(static c => new string(c));

    [Fact]
    public void Json_gives_every_text_back() =>
        AnyText.Sample(
            static text =>
            {
                using JsonDocument json = JsonDocument.Parse(TestLog.Json(Log(text))[0]);
                string read = json
                    .RootElement.GetProperty("Event")
                    .GetProperty("EventData")
                    .GetProperty("A")
                    .GetString()!;
                return read == WithoutLoneSurrogates(text.TrimEnd('\0'));
            },
            iter: 2_000,
            seed: "0000KOIPZDG3"
        );

    [Fact]
    public void Xml_gives_every_text_back_but_for_characters_that_it_forbids() =>
        AnyText.Sample(
            static text =>
            {
                XNamespace ns = "urn:test";
                XElement xml = XElement.Parse(TestLog.Xml(Log(text))[0], LoadOptions.PreserveWhitespace);
                string read = xml.Element(ns + "EventData")!.Element(ns + "Data")!.Value;
                string expected = string.Concat(
                    WithoutLoneSurrogates(text.TrimEnd('\0'))
                        .Select(static c =>
                            c is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' ? '\uFFFD' : c
                        )
                );
                return read == expected;
            },
            iter: 2_000,
            seed: "0000KOIPZDG3"
        );

    private static byte[] Log(string text) => TestLog.Of(TestLog.Typical(1, ("A", TestValue.Text(text))));

    private static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
