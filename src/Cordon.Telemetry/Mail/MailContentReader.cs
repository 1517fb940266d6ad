using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Cordon.Telemetry.Mail.Attachments;
using Cordon.Telemetry.Mail.Html;
using MimeKit;

namespace Cordon.Telemetry.Mail;

/// <summary>Goes through the parts of a mail, within limits. For one mail.</summary>
internal sealed class MailContentReader(MailLimits limits)
{
    private readonly MailContent _content = new();
    private readonly StringBuilder _text = new();
    private readonly AttachmentReader _attachments = new(limits);
    private int _parts;
    private long _attachmentBytes;

    /// <summary>Reads what is below <paramref name="body"/>; nothing where it is null.</summary>
    public MailContent Read(MimeEntity? body)
    {
        if (body is not null)
        {
            Walk(body, 1, isShown: true);
        }

        _content.Text = _text.ToString().Trim();
        return _content;
    }

    private void Walk(MimeEntity entity, int depth, bool isShown)
    {
        if (++_parts > limits.MaxParts || depth > limits.MaxDepth)
        {
            if (_parts == limits.MaxParts + 1 || depth == limits.MaxDepth + 1)
            {
                Tell(
                    depth > limits.MaxDepth
                        ? $"parts are nested deeper than {limits.MaxDepth}"
                        : $"there are more than {limits.MaxParts} parts"
                );
            }

            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                // Of alternatives a reader sees one: HTML where there is some. The others are looked at for links.
                MimeEntity? shown =
                    multipart is MultipartAlternative
                        ? multipart.LastOrDefault(IsHtmlWithin) ?? multipart.LastOrDefault(p => p is TextPart)
                        : null;
                foreach (MimeEntity part in multipart)
                {
                    if (_parts > limits.MaxParts)
                    {
                        break;
                    }

                    Walk(part, depth + 1, isShown && (shown is null || part == shown || part is not TextPart));
                }

                break;
            case MessagePart { Message: { } inner } attached:
                AddMessage(attached, inner);
                if (inner.Body is { } innerBody)
                {
                    Walk(innerBody, depth + 1, isShown: false);
                }

                break;
            case TextPart text when IsBody(text):
                TakeText(text, isShown);
                break;
            case MimePart part:
                TakeAttachment(part);
                break;
        }
    }

    private static bool IsHtmlWithin(MimeEntity entity) =>
        entity is TextPart { IsHtml: true } || entity is MultipartRelated { Root: TextPart { IsHtml: true } };

    private static bool IsBody(TextPart text) =>
        !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && !text.ContentType.IsMimeType("text", "calendar");

    private void TakeText(TextPart part, bool isShown)
    {
        string text = MailText.Of(part, part.IsHtml ? limits.MaxHtmlChars : limits.MaxTextChars, out bool isCut);
        if (isCut)
        {
            Tell("its text is longer than is read");
        }

        if (part.IsHtml)
        {
            HtmlFacts html = HtmlReader.Read(text, limits);
            _content.HasHtml = true;
            _content.HiddenChars += html.HiddenChars;
            _content.HasPasswordForm |= html.HasPasswordField;
            foreach ((string target, string label) in html.Links)
            {
                AddLink(target, label);
            }

            foreach (string target in html.FormTargets.Where(t => t.Length > 0))
            {
                AddLink(target, "");
            }

            text = html.Text;
        }

        List<string> plain = [];
        LinkTargets.Find(text, plain, limits.MaxLinks);
        foreach (string target in plain)
        {
            AddLink(target, "");
        }

        if (isShown)
        {
            int room = Math.Min(text.Length, limits.MaxTextChars - _text.Length);
            if (room > 0)
            {
                _text.Append(text, 0, room).Append('\n');
            }
        }
    }

    private void AddLink(string target, string label)
    {
        if (_content.Links.Count >= limits.MaxLinks)
        {
            return;
        }

        target = LinkTargets.Unwrap(target.Length > limits.MaxLinkChars ? target[..limits.MaxLinkChars] : target);
        // What HTML shows of an address is not a second link.
        if (!_content.Links.Any(l => l.Target == target && (l.Text == label || label.Length == 0)))
        {
            _content.Links.Add((target, label));
        }
    }

    private void AddMessage(MessagePart part, MimeMessage inner)
    {
        if (_content.Attachments.Count < limits.MaxAttachments)
        {
            var facts = new AttachmentFacts { Kind = "eml" };
            string name = part.ContentDisposition?.FileName ?? part.ContentType.Name ?? inner.Subject ?? "";
            _content.Attachments.Add(new MailContent.Attachment(name, "message/rfc822", 0, "", facts));
        }
    }

    private void TakeAttachment(MimePart part)
    {
        if (_content.Attachments.Count >= limits.MaxAttachments)
        {
            if (_content.Attachments.Count == limits.MaxAttachments)
            {
                Tell($"there are more than {limits.MaxAttachments} attachments");
            }

            return;
        }

        string name = part.FileName ?? "";
        string type = part.ContentType.MimeType.ToLowerInvariant();
        byte[] kept = ArrayPool<byte>.Shared.Rent(64 * 1024);
        int held = 0;
        long length = 0;
        bool isWhole = true;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            if (part.Content is not null)
            {
                using Stream stream = part.Content.Open();
                byte[] piece = new byte[16 * 1024];
                for (int read = stream.Read(piece); read > 0; read = stream.Read(piece))
                {
                    length += read;
                    if ((_attachmentBytes += read) > limits.MaxAttachmentBytes)
                    {
                        Tell($"attachments have more than {limits.MaxAttachmentBytes} bytes");
                        isWhole = false;
                        break;
                    }

                    digest.AppendData(piece, 0, read);
                    Keep(piece.AsSpan(0, read), ref kept, ref held);
                }
            }

            AttachmentFacts facts = _attachments.Read(kept, held, name, type);
            string sha256 = isWhole && length > 0 ? Convert.ToHexStringLower(digest.GetHashAndReset()) : "";
            if (!part.IsAttachment && part.ContentId is not null)
            {
                facts.Add("inline");
            }

            _content.Attachments.Add(new MailContent.Attachment(name, type, length, sha256, facts));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(kept);
        }
    }

    private void Keep(ReadOnlySpan<byte> piece, ref byte[] kept, ref int held)
    {
        piece = piece[..Math.Min(piece.Length, limits.MaxLookedAtBytes - held)];
        if (held + piece.Length > kept.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(held + piece.Length, kept.Length * 2));
            kept.AsSpan(0, held).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(kept);
            kept = larger;
        }

        piece.CopyTo(kept.AsSpan(held));
        held += piece.Length;
    }

    private void Tell(string what)
    {
        if (!_content.LeftOut.Contains(what, StringComparer.Ordinal))
        {
            _content.LeftOut.Add(what);
        }
    }
}
