using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cordon.Cli.Tests.Updating;

/// <summary>A web server on this machine that answers each request with the bytes it is told to, right or wrong.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]?> _answer;
    private readonly List<string> _asked = [];

    /// <summary>Starts it.</summary>
    /// <param name="answer">Takes a path and gives a whole response, after which the connection is closed; null to stay silent.</param>
    public LoopbackServer(Func<string, byte[]?> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Root => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Is called when a request has come that is not answered.</summary>
    public Action OnSilence { get; set; } = static () => { };

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public static byte[] Ok(byte[] body, long? length = null) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {length ?? body.Length}\r\n\r\n"), .. body];

    public static byte[] Status(string line) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 {line}\r\nContent-Length: 0\r\n\r\n");

    public static byte[] Redirect(string to) => Status($"302 Found\r\nLocation: {to}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<TcpClient> silent = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                string path = (await reader.ReadLineAsync(_stop.Token))!.Split(' ')[1];
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 }) { }

                lock (_asked)
                {
                    _asked.Add(path);
                }

                if (_answer(path) is { } response)
                {
                    await stream.WriteAsync(response, _stop.Token);
                    client.Dispose();
                }
                else
                {
                    silent.Add(client);
                    OnSilence();
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException)
        {
            silent.ForEach(static c => c.Dispose());
        }
    }
}
