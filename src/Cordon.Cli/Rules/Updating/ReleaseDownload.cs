using System.Net;
using System.Net.Http.Headers;

namespace Cordon.Cli.Rules.Updating;

/// <summary>Gets a file from a server into another file: within limits of size and time, and from no host that was not allowed.</summary>
internal sealed class ReleaseDownload(ReleaseSource source, UpdateLimits limits, TimeProvider time)
{
    /// <summary>Downloads; tells the bytes so far and all of them (null where the server does not say) as they come.</summary>
    /// <returns>The addresses asked, one after the other.</returns>
    /// <exception cref="UpdateException">It could not be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public async Task<IReadOnlyList<Uri>> GetAsync(Stream target, Action<long, long?> onBytes, CancellationToken cancel)
    {
        using var whole = new CancellationTokenSource(limits.Whole, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancel);
        // Proxies are taken from the system or from HTTPS_PROXY. Nothing is sent that tells who asks, and no cookies are kept.
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = limits.Patience,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        List<Uri> asked = [source.Address!];
        try
        {
            using HttpResponseMessage response = await AskAsync(client, asked, either.Token).ConfigureAwait(false);
            await CopyAsync(response, target, onBytes, either.Token).ConfigureAwait(false);
            return asked;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UpdateException(
                whole.IsCancellationRequested
                    ? $"{asked[^1].Host} took longer than {limits.Whole.TotalMinutes:0.#} minutes; try again later, or download the file and name it with --from"
                    : $"{asked[^1].Host} sent nothing for {limits.Patience.TotalSeconds:0.#} seconds; try again later"
            );
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new UpdateException($"{asked[^1].Host}: {Deepest(fault).Message}", fault);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient client, List<Uri> asked, CancellationToken cancel)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asked[^1]);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("cordon", null));
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using ITimer timer = Patience(patience);
            HttpResponseMessage response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token)
                .ConfigureAwait(false);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
            {
                Uri? location = response.Headers.Location;
                response.Dispose();
                if (asked.Count > limits.MaxRedirects)
                {
                    throw new UpdateException($"{asked[0].Host} redirects more than {limits.MaxRedirects} times");
                }

                asked.Add(source.Follow(asked[^1], location));
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                int status = (int)response.StatusCode;
                response.Dispose();
                throw new UpdateException($"{asked[^1].Host} answers {status} for {asked[^1].AbsolutePath}");
            }

            return response;
        }
    }

    private async Task CopyAsync(
        HttpResponseMessage response,
        Stream target,
        Action<long, long?> onBytes,
        CancellationToken cancel
    )
    {
        long? length = response.Content.Headers.ContentLength;
        if (length > limits.MaxDownload)
        {
            throw TooLarge();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Stream body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        while (true)
        {
            int read;
            using (Patience(patience))
            {
                read = await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
            }

            if (read == 0)
            {
                break;
            }

            done += read;
            if (done > limits.MaxDownload)
            {
                throw TooLarge();
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            onBytes(done, length);
        }

        if (length is { } stated && stated != done)
        {
            throw new UpdateException($"the download ended after {done} of {stated} bytes; try again");
        }
    }

    private ITimer Patience(CancellationTokenSource source) =>
        time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(),
            source,
            limits.Patience,
            Timeout.InfiniteTimeSpan
        );

    private UpdateException TooLarge() =>
        new($"the file is larger than {limits.MaxDownload} bytes; that is more than is taken");

    private static Exception Deepest(Exception fault) => fault.InnerException is { } inner ? Deepest(inner) : fault;
}
