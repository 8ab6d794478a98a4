using System.Globalization;

namespace TrunkBot.Tests.Diagnostics.Collected;

/// <summary>OpenTelemetry's protocol: opentelemetry/proto/metrics/v1/metrics.proto, as Prometheus stores it.</summary>
internal static class Otlp
{
    /// <summary>Attributes by name.</summary>
    public static Dictionary<string, string> Attributes(ProtoMessage owner, int id) => owner.Messages(id)
        .ToDictionary(pair => pair.Text(1), pair => Value(pair.Message(2)!), StringComparer.Ordinal);

    /// <summary>Every sample of a request, named as Prometheus names it.</summary>
    public static IEnumerable<Measured> Metrics(ProtoMessage request) =>
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        from sample in Samples(metric, scope.Message(1)!.Text(1))
        select sample;

    private static IEnumerable<Measured> Samples(ProtoMessage metric, string meter)
    {
        var (name, unit) = (metric.Text(1), metric.Text(3));
        if (metric.Message(5) is { } gauge)
            return gauge.Messages(1).Select(point => new Measured(meter, name, PrometheusName(name, unit, "gauge"), "gauge", Labels(point, 7), Number(point)));
        if (metric.Message(7) is { } sum)
        {
            var kind = sum.Number(3) == 1 ? "counter" : "gauge";
            return sum.Messages(1).Select(point => new Measured(meter, name, PrometheusName(name, unit, kind), kind, Labels(point, 7), Number(point)));
        }

        return metric.Message(9) is { } histogram
            ? histogram.Messages(1).SelectMany(point => Buckets(meter, name, PrometheusName(name, unit, "histogram"), point))
            : throw new FormatException($"{name} is of a kind that is not known here.");
    }

    private static IEnumerable<Measured> Buckets(string meter, string measure, string name, ProtoMessage point)
    {
        var labels = Labels(point, 9);
        var bounds = point.Packed(7).Select(BitConverter.UInt64BitsToDouble).Append(double.PositiveInfinity).ToList();
        var total = 0UL;
        foreach (var (bound, count) in bounds.Zip(point.Packed(6)))
        {
            total += count;
            var le = double.IsInfinity(bound) ? "+Inf" : bound.ToString(CultureInfo.InvariantCulture);
            yield return new Measured(meter, measure, $"{name}_bucket", "histogram", new(labels) { ["le"] = le }, total);
        }

        yield return new Measured(meter, measure, $"{name}_sum", "histogram", labels, point.Double(5));
        yield return new Measured(meter, measure, $"{name}_count", "histogram", labels, point.Number(4));
    }

    private static SortedDictionary<string, string> Labels(ProtoMessage point, int id) =>
        new(Attributes(point, id).ToDictionary(pair => pair.Key.Replace('.', '_'), pair => pair.Value), StringComparer.Ordinal);

    private static double Number(ProtoMessage point) => point.Has(6) ? (long)point.Number(6) : point.Double(4);

    private static string Value(ProtoMessage value) =>
        value.Has(1) ? value.Text(1) : value.Has(2) ? (value.Number(2) == 1).ToString() : value.Has(4) ? value.Double(4).ToString(CultureInfo.InvariantCulture) : ((long)value.Number(3)).ToString(CultureInfo.InvariantCulture);

    // https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
    private static string PrometheusName(string name, string unit, string kind)
    {
        var suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "1" when kind == "gauge" => "_ratio",
            _ => "",
        };
        return name.Replace('.', '_') + suffix + (kind == "counter" ? "_total" : "");
    }
}

/// <summary>A number in Prometheus.</summary>
/// <param name="Meter">Who measures.</param>
/// <param name="Measure">Its name there.</param>
/// <param name="Name">Its name in Prometheus.</param>
/// <param name="Kind">Counter, gauge or histogram.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Value">The number.</param>
internal sealed record Measured(string Meter, string Measure, string Name, string Kind, SortedDictionary<string, string> Labels, double Value)
{
    /// <summary>Its name there, with its labels.</summary>
    public string Series => $"{Name}{{{string.Join(",", Labels.Select(label => $"{label.Key}=\"{label.Value}\""))}}}";
}
