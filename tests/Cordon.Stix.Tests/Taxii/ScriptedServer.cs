using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Cordon.Stix.Tests.Taxii;

/// <summary>An answer that a scripted server gives.</summary>
internal sealed record Answer(int Status, string Body)
{
    public string Type { get; init; } = "application/taxii+json;version=2.1";

    public string Headers { get; init; } = "";

    public byte[]? Raw { get; init; }

    /// <summary>Sends the head, and no body until the client gives up.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Sends the head, and of the body one byte after the other for ever, each in good time.</summary>
    public bool IsDripping { get; init; }

    /// <summary>Promises more than the body, sends it and ends its side of the connection.</summary>
    public bool IsCutShort { get; init; }

    public static Answer Ok(string body, string dateAddedLast = "") =>
        new(200, body) { Headers = dateAddedLast.Length > 0 ? $"X-TAXII-Date-Added-Last: {dateAddedLast}\r\n" : "" };

    public static byte[] Gzip(byte[] plain)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return stream.ToArray();
    }
}

/// <summary>A server on loopback that answers each request as a script says, and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, int, Answer> _script;
    private readonly SslServerAuthenticationOptions? _tls;

    /// <param name="script">Gives the answer for a path with its query, and how many requests came before.</param>
    /// <param name="tls">How connections are secured; null for plain ones.</param>
    public ScriptedServer(Func<string, int, Answer> script, SslServerAuthenticationOptions? tls = null)
    {
        (_script, _tls) = (script, tls);
        _listener.Start();
        Running = RunAsync();
    }

    public Task Running { get; }

    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<string> Heads { get; } = new();

    public Uri At(string path) =>
        new($"{(_tls is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using Stream stream = await OpenAsync(client);
                var head = new StringBuilder();
                byte[] one = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                {
                    if (await stream.ReadAsync(one, _stop.Token) == 0)
                    {
                        return;
                    }

                    head.Append((char)one[0]);
                }

                string path = head.ToString().Split(' ')[1];
                int before = Asked.Count;
                Heads.Enqueue(head.ToString());
                Asked.Enqueue(path);
                Answer answer = _script(path, before);
                byte[] body = answer.Raw ?? Encoding.UTF8.GetBytes(answer.Body);
                string type = answer.Type.Length > 0 ? $"Content-Type: {answer.Type}\r\n" : "";
                string length = (
                    answer.IsDripping ? 1 << 20
                    : answer.IsSilent || answer.IsCutShort ? body.Length + 1
                    : body.Length
                ).ToString(CultureInfo.InvariantCulture);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 {answer.Status} X\r\n{type}{answer.Headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
                    ),
                    _stop.Token
                );
                await stream.WriteAsync(body, _stop.Token);
                while (answer.IsDripping)
                {
                    await stream.WriteAsync(" "u8.ToArray(), _stop.Token);
                    await Task.Delay(5, _stop.Token);
                }

                if (answer.IsSilent)
                {
                    // Until the client hangs up.
                    Assert.Equal(0, await stream.ReadAsync(one, _stop.Token));
                }
            }
            catch (Exception fault)
                when (fault
                        is OperationCanceledException
                            or IOException
                            or SocketException
                            or ObjectDisposedException
                            or AuthenticationException
                )
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_tls is null)
        {
            return client.GetStream();
        }

        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(_tls, _stop.Token);
        return secured;
    }
}
