package org.nuancan.bank.advice;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nuancan.text.TextEncoding;

/// The character encoding of a file. In order of precedence (RFC 7303): its byte order mark, the
/// charset of the request's Content-Type, its XML declaration; without any of them XML is UTF-8,
/// and CSV is UTF-8 or GB18030, whichever it is valid in. Unlike registers, banks write European
/// letters, so such letters do not indicate GB18030.
///
/// A file with bytes that are not valid in its encoding is refused: nothing is replaced.
///
/// @param skipped bytes of the byte order mark
public record FileCharset(Charset charset, int skipped) {

    private static final int SNIFFED = 200;
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /// Charsets that European banks declare besides the encodings of all files, by their names at
    /// IANA in lower case.
    private static final Map<String, Charset> EUROPEAN =
            Map.of(
                    "us-ascii", StandardCharsets.US_ASCII,
                    "ascii", StandardCharsets.US_ASCII,
                    "iso-8859-1", StandardCharsets.ISO_8859_1,
                    "iso-8859-15", Charset.forName("ISO-8859-15"),
                    "windows-1252", Charset.forName("windows-1252"));

    /// @param declared the charset of the request, if it names one
    /// @throws FileFault if the declared charset is not supported, or the bytes are not valid in it
    public static FileCharset of(byte[] file, Optional<String> declared) throws FileFault {
        var mark = TextEncoding.marked(file);
        if (mark.isPresent()) {
            return valid(file, new FileCharset(mark.get().charset(), mark.get().markLength()));
        }
        if (declared.isPresent()) {
            var named = named(declared.get());
            if (named.isEmpty()) {
                throw new FileFault(new FileReading.UnknownCharset());
            }
            return valid(file, new FileCharset(withoutMark(declared.get(), named.get(), file), 0));
        }
        var sniffed = sniffed(file);
        var start = new String(file, 0, Math.min(SNIFFED, file.length), sniffed);
        var inside = DECLARATION.matcher(start);
        if (inside.find()) {
            return valid(file, new FileCharset(ofDeclaration(inside.group(1), sniffed), 0));
        }
        var isXml = start.stripLeading().startsWith("<");
        return isXml
                ? valid(
                        file,
                        new FileCharset(
                                sniffed.equals(StandardCharsets.ISO_8859_1)
                                        ? StandardCharsets.UTF_8
                                        : sniffed,
                                0))
                : new FileCharset(guessed(file), 0);
    }

    private static Optional<Charset> named(String name) {
        var bare = name.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        return TextEncoding.named(bare)
                .map(TextEncoding::charset)
                .or(() -> Optional.ofNullable(EUROPEAN.get(bare)));
    }

    /// UTF-16 without a mark is big-endian (RFC 2781), but the first bytes of a file show the byte
    /// order.
    private static Charset withoutMark(String name, Charset named, byte[] file) {
        var sniffed = sniffed(file);
        return name.strip().equalsIgnoreCase("utf-16")
                        && !sniffed.equals(StandardCharsets.ISO_8859_1)
                ? sniffed
                : named;
    }

    private static Charset ofDeclaration(String name, Charset sniffed) throws FileFault {
        var named = named(name);
        if (named.isEmpty()) {
            throw FileFault.of("encoding in the XML declaration is not read");
        }
        return sniffed.equals(StandardCharsets.ISO_8859_1) ? named.get() : sniffed;
    }

    /// The UTF-16 variant of a file, by the zero bytes of its first characters; otherwise a charset
    /// that reads ASCII unchanged.
    private static Charset sniffed(byte[] file) {
        if (file.length >= 2 && file[0] == 0 && file[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (file.length >= 2 && file[0] != 0 && file[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static Charset guessed(byte[] file) throws FileFault {
        var sniffed = sniffed(file);
        if (!sniffed.equals(StandardCharsets.ISO_8859_1)) {
            return valid(file, new FileCharset(sniffed, 0)).charset();
        }
        var utf8 = new FileCharset(StandardCharsets.UTF_8, 0);
        var chinese = new FileCharset(TextEncoding.GB18030.charset(), 0);
        if (utf8.isValidFor(file) && !(utf8.looksOdd(file) && chinese.isValidFor(file))) {
            return StandardCharsets.UTF_8;
        }
        return valid(file, chinese).charset();
    }

    private static FileCharset valid(byte[] file, FileCharset charset) throws FileFault {
        if (!charset.isValidFor(file)) {
            throw FileFault.of("bytes that are not valid in " + charset.charset().name());
        }
        return charset;
    }

    private boolean isValidFor(byte[] file) {
        return scan(file, Optional.empty());
    }

    /// Whether the file has letters that neither Chinese nor European banks write: GB18030 byte
    /// pairs that happen to be valid UTF-8 give such letters.
    private boolean looksOdd(byte[] file) {
        return !scan(file, Optional.of(FileCharset::isOdd));
    }

    private static boolean isOdd(char letter) {
        return letter > 0x17F && letter < 0x2000;
    }

    /// A test of a character.
    private interface Test {
        boolean of(char letter);
    }

    /// Decodes the file in pieces.
    ///
    /// @return whether it is valid and has no refused character
    private boolean scan(byte[] file, Optional<Test> refused) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(file, skipped, file.length - skipped);
        var out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            out.flip();
            if (refused.isPresent() && out.chars().anyMatch(c -> refused.get().of((char) c))) {
                return false;
            }
            out.clear();
            if (result.isUnderflow()) {
                return true;
            }
        }
    }

    /// The characters of a file that was found valid.
    public Reader reader(byte[] file) {
        return new InputStreamReader(
                new ByteArrayInputStream(file, skipped, file.length - skipped), charset);
    }
}
