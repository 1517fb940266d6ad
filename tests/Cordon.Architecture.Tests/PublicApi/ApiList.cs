using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cordon.Architecture.Tests.PublicApi;

/// <summary>Lists the public surface of an assembly, one member a line, in ordinal order.</summary>
internal static class ApiList
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(TypeLines).Order(StringComparer.Ordinal);

    private static IEnumerable<string> TypeLines(Type type)
    {
        string name = ApiNames.Of(type);
        IEnumerable<string> bases = (type.BaseType is { } b && !IsPlainBase(b) ? [b] : Array.Empty<Type>())
            .Concat(type.GetInterfaces().Where(static i => i.IsVisible))
            .Select(ApiNames.Of)
            .Order(StringComparer.Ordinal);
        string list = type.IsEnum ? ApiNames.Of(Enum.GetUnderlyingType(type)) : string.Join(", ", bases);
        yield return $"{name}: {Kind(type)}{(list.Length > 0 ? " : " + list : "")}";
        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            if (Text(member) is { } text && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            {
                yield return $"{name}.{text}";
            }
        }
    }

    private static bool IsPlainBase(Type type) =>
        type == typeof(object)
        || type == typeof(ValueType)
        || type == typeof(Enum)
        || type == typeof(MulticastDelegate);

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true, IsByRefLike: true } => "ref struct",
            { IsValueType: true } => "struct",
            _ when type.BaseType == typeof(MulticastDelegate) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static string? Text(MemberInfo member) =>
        member switch
        {
            FieldInfo { IsSpecialName: true } => null,
            FieldInfo { IsLiteral: true } f when IsShown(f) =>
                $"{f.Name}: {ApiNames.Of(f.FieldType)} = {Convert.ToString(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
            FieldInfo f when IsShown(f) => $"{Static(f.IsStatic)}{f.Name}: {ApiNames.Of(f.FieldType)}",
            ConstructorInfo c when IsShown(c) => $"new({Parameters(c)})",
            PropertyInfo p when Accessors(p) is { Length: > 0 } accessors =>
                $"{Static(p.GetAccessors(true)[0].IsStatic)}{p.Name}{Index(p)}: {ApiNames.Of(p.PropertyType)} {{ {accessors} }}",
            MethodInfo m when IsShown(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
                $"{Static(m.IsStatic)}{m.Name}{Generic(m)}({Parameters(m)}): {ApiNames.Of(m.ReturnType)}",
            EventInfo e when IsShown(e.AddMethod) => $"event {e.Name}: {ApiNames.Of(e.EventHandlerType!)}",
            _ => null,
        };

    private static bool IsShown(MethodBase? method) =>
        method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsShown(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Accessors(PropertyInfo property)
    {
        string get = IsShown(property.GetMethod) ? "get;" : "";
        if (!IsShown(property.SetMethod))
        {
            return get;
        }

        bool isInit = property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? " required" : "";
        return $"{get} {(isInit ? "init" : "set")};{required}".TrimStart();
    }

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } parameters
            ? $"[{string.Join(", ", parameters.Select(Parameter))}]"
            : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(ApiNames.Of))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string type = ApiNames.Of(parameter.ParameterType);
        string direction =
            parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ")
            : "";
        return $"{direction}{type} {parameter.Name}{(parameter.HasDefaultValue ? "?" : "")}";
    }
}
