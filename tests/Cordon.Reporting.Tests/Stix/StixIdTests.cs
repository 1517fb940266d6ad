using Cordon.Events;
using Cordon.Reporting.Stix;

namespace Cordon.Reporting.Tests.Stix;

public sealed class StixIdTests
{
    // The first two are examples of the specification (STIX 2.1, errata 01); all were derived a second time with another UUID library.
    [Theory]
    [InlineData(ObservableKind.Address, "198.51.100.3", "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4")]
    [InlineData(ObservableKind.Domain, "example.com", "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7")]
    [InlineData(ObservableKind.Hash, "44d88612fea8a8f36de82e1278abb02f", "file--5a0c55a1-48a3-5003-9776-42946d1054cb")]
    [InlineData(ObservableKind.EmailAddress, "john@example.com", "email-addr--7165e2a9-671f-585d-b1e1-ca59c671d934")]
    [InlineData(ObservableKind.Address, "2001:db8::1", "ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26")]
    public void Observables_have_the_identifiers_that_others_derive(ObservableKind kind, string value, string id)
    {
        Assert.Equal(id, CyberObservable.Of(new Observable(kind, value))?.Id);
    }

    [Theory]
    [InlineData(ObservableKind.Address, "198.51.100.3<script>")]
    [InlineData(ObservableKind.Domain, "not a domain")]
    [InlineData(ObservableKind.Domain, "-a.example")]
    [InlineData(ObservableKind.EmailAddress, "a@b@c")]
    [InlineData(ObservableKind.EmailAddress, "\"x\" <a@b.example>")]
    [InlineData(ObservableKind.Url, "https://x.example/<script> x")]
    [InlineData(ObservableKind.Hash, "44d88612")]
    [InlineData(ObservableKind.Session, "abc")]
    [InlineData(ObservableKind.UserAgent, "curl")]
    [InlineData(ObservableKind.Account, " ")]
    public void What_has_not_the_form_becomes_no_observable(ObservableKind kind, string value) =>
        Assert.Null(CyberObservable.Of(new Observable(kind, value)));

    [Fact]
    public void An_address_has_one_form_however_it_was_written()
    {
        Assert.Equal(
            CyberObservable.Of(new Observable(ObservableKind.Address, "2001:DB8:0::1"))!.Id,
            CyberObservable.Of(new Observable(ObservableKind.Address, "2001:db8::1"))!.Id
        );
        Assert.Equal(
            "ipv4-addr",
            CyberObservable.Of(new Observable(ObservableKind.Address, "::ffff:198.51.100.3"))!.Type
        );
    }

    [Fact]
    public void Own_identifiers_do_not_depend_on_where_parts_are_cut() =>
        Assert.NotEqual(StixId.OfOwn("note", "ab", "c"), StixId.OfOwn("note", "a", "bc"));
}
