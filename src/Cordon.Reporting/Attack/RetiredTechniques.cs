using System.Collections.Frozen;

namespace Cordon.Reporting.Attack;

/// <summary>
/// Techniques that ATT&amp;CK revoked when it introduced sub-techniques (version 7, July 2020), with what took their place. Later
/// changes are not known here: a layer shows an identifier that the Navigator does not know as nothing.
/// </summary>
internal static class RetiredTechniques
{
    private static readonly FrozenDictionary<string, string> Successors = (
        "T1015 T1546.008 T1028 T1021.006 T1031 T1543.003 T1035 T1569.002 T1042 T1546.001 T1050 T1543.003 "
        + "T1058 T1574.011 T1060 T1547.001 T1063 T1518.001 T1075 T1550.002 T1076 T1021.001 T1077 T1021.002 "
        + "T1081 T1552.001 T1084 T1546.003 T1085 T1218.011 T1086 T1059.001 T1088 T1548.002 T1089 T1562.001 "
        + "T1093 T1055.012 T1096 T1564.004 T1097 T1550.003 T1100 T1505.003 T1101 T1547.005 T1103 T1546.010 "
        + "T1107 T1070.004 T1117 T1218.010 T1118 T1218.004 T1121 T1218.009 T1122 T1546.015 T1126 T1070.005 "
        + "T1128 T1546.007 T1131 T1547.002 T1138 T1546.011 T1145 T1552.004 T1146 T1070.003 T1158 T1564.001 "
        + "T1170 T1218.005 T1173 T1559.002 T1178 T1134.005 T1179 T1056.004 T1182 T1546.009 T1183 T1546.012 "
        + "T1191 T1218.003 T1192 T1566.002 T1193 T1566.001 T1194 T1566.003 T1196 T1218.002 T1208 T1558.003 "
        + "T1209 T1547.003 T1214 T1552.002 T1223 T1218.001"
    )
        .Split(' ')
        .Chunk(2)
        .ToFrozenDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    /// <summary>What took the technique's place; null for one that is not known as retired.</summary>
    public static string? Successor(string technique) => Successors.GetValueOrDefault(technique);
}
