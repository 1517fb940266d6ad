using Cordon.Events;

namespace Cordon.Detection.Activities.Windows;

/// <summary>Ids of the fields that logons are told by.</summary>
internal sealed class WindowsFields(FieldTable fields)
{
    public FieldId TargetUserName { get; } = fields.Intern("TargetUserName");

    public FieldId TargetDomainName { get; } = fields.Intern("TargetDomainName");

    public FieldId SubjectUserName { get; } = fields.Intern("SubjectUserName");

    public FieldId MemberName { get; } = fields.Intern("MemberName");

    public FieldId MemberSid { get; } = fields.Intern("MemberSid");

    public FieldId LogonType { get; } = fields.Intern("LogonType");

    public FieldId TargetLogonId { get; } = fields.Intern("TargetLogonId");

    public FieldId IpAddress { get; } = fields.Intern("IpAddress");

    public FieldId WorkstationName { get; } = fields.Intern("WorkstationName");

    public FieldId Workstation { get; } = fields.Intern("Workstation");

    public FieldId Package { get; } = fields.Intern("AuthenticationPackageName");

    public FieldId ProcessName { get; } = fields.Intern("ProcessName");

    public FieldId TargetServerName { get; } = fields.Intern("TargetServerName");

    public FieldId ServiceName { get; } = fields.Intern("ServiceName");

    public FieldId Status { get; } = fields.Intern("Status");

    public FieldId SubStatus { get; } = fields.Intern("SubStatus");

    public FieldId PreAuthType { get; } = fields.Intern("PreAuthType");
}
