using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Cordon.Stix.Taxii;

/// <summary>Asks one server: no other host, no redirect, within limits of size and time, again after answers that say "later".</summary>
internal sealed class TaxiiConnection : IDisposable
{
    public const string MediaType = "application/taxii+json";

    private readonly Uri _server;
    private readonly TaxiiOptions _options;
    private readonly TimeProvider _time;
    private readonly TaxiiTrust _trust;
    private readonly HttpClient _client;
    private readonly long _began;
    private long _taken;

    public TaxiiConnection(Uri server, TaxiiOptions options, TimeProvider time)
    {
        (_server, _options, _time) = (server, options, time);
        Allow(server);
        _trust = new TaxiiTrust(options);
        _began = time.GetTimestamp();
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Unpacked here, where what it becomes is counted.
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.Patience,
            MaxResponseHeadersLength = 64,
            SslOptions = _trust.Settings(),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The body of an answer and its <c>X-TAXII-Date-Added-Last</c> (section 3.4; empty where it has none).</summary>
    /// <exception cref="TaxiiException">It could not be had.</exception>
    public async Task<(byte[] Body, string DateAddedLast)> GetAsync(Uri address, CancellationToken cancel)
    {
        Allow(address);
        for (int attempt = 0; ; attempt++)
        {
            (byte[]? body, string last, TimeSpan? wait, string reason) = await TryAsync(address, cancel)
                .ConfigureAwait(false);
            if (body is not null)
            {
                return (body, last);
            }

            if (attempt >= _options.Retries)
            {
                throw new TaxiiException($"{address.Host}: {reason}; it was asked {attempt + 1} times");
            }

            TimeSpan pause = wait ?? TimeSpan.FromSeconds(Math.Pow(2, attempt));
            pause = pause > _options.LongestWait ? _options.LongestWait : pause;
            if (pause >= Left())
            {
                throw TooLong(reason);
            }

            await Task.Delay(pause < TimeSpan.Zero ? TimeSpan.Zero : pause, _time, cancel).ConfigureAwait(false);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Whether an address is of the server that was named: what the server itself names elsewhere is not asked.</summary>
    public bool IsSameServer(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == _server.Scheme
        && address.Port == _server.Port
        && address.IdnHost.Equals(_server.IdnHost, StringComparison.OrdinalIgnoreCase);

    private void Allow(Uri address)
    {
        if (!IsSameServer(address))
        {
            throw new TaxiiException(
                $"{_server.Host} names another server, {address.Host}; only the one that you named is asked"
            );
        }

        if (
            address.Scheme != Uri.UriSchemeHttps
            && !(address.Scheme == Uri.UriSchemeHttp && (address.IsLoopback || _options.AllowPlainHttp))
        )
        {
            throw new TaxiiException(
                $"{address.Host}: plain http is not asked, as everybody on the way could read and change what comes; use https"
            );
        }

        if (address.UserInfo.Length > 0)
        {
            throw new TaxiiException(
                $"{address.Host}: no name or password in an address; docs/intelligence.md says where they go"
            );
        }
    }

    private async Task<(byte[]? Body, string Last, TimeSpan? Wait, string Reason)> TryAsync(
        Uri address,
        CancellationToken cancel
    )
    {
        TimeSpan left = Left();
        if (left <= TimeSpan.Zero)
        {
            throw TooLong("there was more to come");
        }

        using var whole = new CancellationTokenSource(left < _options.WholeAnswer ? left : _options.WholeAnswer, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", MediaType + ";version=2.1");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("cordon", null));
            if (_options.Authorization is { } secret)
            {
                request.Headers.TryAddWithoutValidation("Authorization", secret);
            }

            HttpResponseMessage response;
            using (Patience(either))
            {
                response = await _client
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                    .ConfigureAwait(false);
            }

            using (response)
            {
                if ((int)response.StatusCode is 429 or 502 or 503 or 504)
                {
                    return (null, "", WaitOf(response), $"it answers {(int)response.StatusCode}");
                }

                Check(response, address);
                byte[] body = await ReadAsync(response, either).ConfigureAwait(false);
                string last = response.Headers.TryGetValues("X-TAXII-Date-Added-Last", out IEnumerable<string>? values)
                    ? values.First().Trim()
                    : "";
                return (body, last, null, "");
            }
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            // A server that sends, and never ends, would do so again.
            if (whole.IsCancellationRequested)
            {
                throw left < _options.WholeAnswer
                    ? TooLong("there was more to come", fault)
                    : new TaxiiException($"{address.Host}: an answer took too long", fault);
            }

            return (null, "", null, "it sent nothing for too long");
        }
        catch (HttpRequestException fault) when (fault.InnerException is AuthenticationException inner)
        {
            throw new TaxiiException(
                $"{address.Host} is not asked: {_trust.Doubt ?? $"no safe connection could be made ({Deepest(inner).Message})"}",
                fault
            );
        }
        catch (HttpRequestException fault) when (address.Scheme == Uri.UriSchemeHttps)
        {
            // With TLS 1.3 a server that wants a certificate, or another one, ends the connection after it was made, and says no more.
            string hint = _options.Certificate is null
                ? "it may want a certificate of yours"
                : "it may not take your certificate";
            bool isEnded = fault.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown;
            return (null, "", null, Deepest(fault).Message + (isEnded ? $" ({hint})" : ""));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return (null, "", null, Deepest(fault).Message);
        }
    }

    private static void Check(HttpResponseMessage response, Uri address)
    {
        int status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            throw new TaxiiException(
                $"{address.Host} redirects {address.AbsolutePath}, which is not followed; name the address that it should be asked for"
            );
        }

        if (status != 200)
        {
            string why = status switch
            {
                401 => " (it wants a name and password or a token, or does not take yours)",
                403 => " (it does not allow this to you)",
                404 => " (there is nothing)",
                406 => " (it does not speak TAXII 2.1)",
                _ => "",
            };
            throw new TaxiiException($"{address.Host} answers {status} for {address.AbsolutePath}{why}");
        }

        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        string version =
            type?.Parameters.FirstOrDefault(static p => p.Name.Equals("version", StringComparison.OrdinalIgnoreCase))
                ?.Value?.Trim('"')
            ?? "2.1";
        if (
            type is null
            || !string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase)
            || version != "2.1"
        )
        {
            throw new TaxiiException(
                $"{address.Host} answers for {address.AbsolutePath} with a content type that is not {MediaType};version=2.1"
            );
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationTokenSource either)
    {
        string packing = string.Join(',', response.Content.Headers.ContentEncoding);
        Stream raw = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
        await using (raw.ConfigureAwait(false))
        {
            Stream plain = packing.ToUpperInvariant() switch
            {
                "" or "IDENTITY" => raw,
                "GZIP" or "X-GZIP" => new GZipStream(raw, CompressionMode.Decompress),
                _ => throw new TaxiiException($"{_server.Host} packs its answers as nobody asked for"),
            };
            await using (plain.ConfigureAwait(false))
            {
                return await ReadAsync(plain, either).ConfigureAwait(false);
            }
        }
    }

    private async Task<byte[]> ReadAsync(Stream plain, CancellationTokenSource either)
    {
        using var body = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            int read;
            using (Patience(either))
            {
                try
                {
                    read = await plain.ReadAsync(buffer, either.Token).ConfigureAwait(false);
                }
                catch (InvalidDataException fault)
                {
                    throw new TaxiiException($"{_server.Host}: an answer can't be unpacked: {fault.Message}", fault);
                }
            }

            if (read == 0)
            {
                return body.ToArray();
            }

            _taken += read;
            if (body.Length + read > _options.MaxAnswerBytes || _taken > _options.MaxBytes)
            {
                throw new TaxiiException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_server.Host}: more than {(_taken > _options.MaxBytes ? _options.MaxBytes : _options.MaxAnswerBytes)} bytes; that is more than is taken"
                    )
                );
            }

            body.Write(buffer, 0, read);
        }
    }

    private TimeSpan Left() => _options.WholeReading - _time.GetElapsedTime(_began);

    private TaxiiException TooLong(string reason, Exception? fault = null)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{_server.Host}: all together took longer than {_options.WholeReading.TotalMinutes:0.##} minutes, and {reason}"
        );
        return fault is null ? new TaxiiException(text) : new TaxiiException(text, fault);
    }

    private TimeSpan? WaitOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => null,
        };

    private ITimer Patience(CancellationTokenSource source) =>
        _time.CreateTimer(
            static state =>
            {
                try
                {
                    ((CancellationTokenSource)state!).Cancel();
                }
                catch (ObjectDisposedException)
                {
                    // The answer was whole as the time ran out.
                }
            },
            source,
            _options.Patience,
            Timeout.InfiniteTimeSpan
        );

    private static Exception Deepest(Exception fault) => fault.InnerException is { } inner ? Deepest(inner) : fault;
}
