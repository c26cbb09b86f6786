package org.nuancan.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The supported encodings of text files. Banks, spreadsheets and registers in China write GB18030
/// (GB 18030-2022) or its subsets GBK and GB2312, others UTF-8 or UTF-16.
public enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    UTF_8("UTF-8", StandardCharsets.UTF_8, "EFBBBF", "UTF8"),
    /// UTF-16, little-endian.
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, "FFFE"),
    /// UTF-16, big-endian.
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, "FEFF", "UTF-16"),
    /// GB18030; GBK and GB2312 are subsets of it.
    GB18030("GB18030", Charset.forName("GB18030"), "84319533", "GBK", "GB2312", "CP936", "MS936");

    /// A text and the encoding in which it was written.
    ///
    /// @param text without a byte order mark
    public record Decoded(TextEncoding encoding, String text) {}

    private final String label;
    private final Charset charset;
    private final String mark;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> otherNames;

    TextEncoding(String label, Charset charset, String mark, String... otherNames) {
        this.label = label;
        this.charset = charset;
        this.mark = mark;
        this.otherNames = List.of(otherNames);
    }

    /// The name in answers, as registered with IANA.
    public String label() {
        return label;
    }

    /// The charset that decodes it.
    public Charset charset() {
        return charset;
    }

    /// Number of bytes of its byte order mark.
    public int markLength() {
        return mark.length() / 2;
    }

    /// The encoding with a name, in any case, such as `utf-8` or `GBK`; `UTF-16` is big-endian
    /// unless the text begins with a mark (RFC 2781).
    public static Optional<TextEncoding> named(String name) {
        var upper = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding ->
                        encoding.label.equals(upper) || encoding.otherNames.contains(upper))
                .findFirst();
    }

    /// Decodes bytes in this encoding, strictly; a byte order mark of UTF-16 overrides the named
    /// byte order.
    ///
    /// @return empty if the bytes are malformed in it
    public Optional<Decoded> decode(byte[] bytes) {
        var encoding = this;
        if (encoding == UTF_16BE || encoding == UTF_16LE) {
            encoding = marked(bytes).filter(TextEncoding::isUtf16).orElse(encoding);
        }
        return encoding.strictly(bytes);
    }

    /// Detects the encoding of bytes: by a byte order mark, otherwise the one in which they are
    /// well-formed. Short texts can be well-formed both in UTF-8 and in GB18030. They are UTF-8 if
    /// that gives no character that is foreign to Chinese registers; otherwise the reading with the
    /// more usual characters is taken ([Usualness]).
    ///
    /// @return empty if they are well-formed in no encoding
    public static Optional<Decoded> detect(byte[] bytes) {
        var marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get().strictly(bytes);
        }
        var utf8 = UTF_8.strictly(bytes);
        var gb = GB18030.strictly(bytes);
        if (utf8.isEmpty() || gb.isEmpty()) {
            return utf8.or(() -> gb);
        }
        var asUtf8 = Usualness.of(utf8.get().text);
        var isGb = asUtf8.hasForeign() && Usualness.of(gb.get().text).oddity() < asUtf8.oddity();
        return isGb ? gb : utf8;
    }

    private boolean isUtf16() {
        return this == UTF_16LE || this == UTF_16BE;
    }

    /// The encoding of the byte order mark at the beginning, if there is one.
    public static Optional<TextEncoding> marked(byte[] bytes) {
        var start = HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(4, bytes.length));
        return Arrays.stream(values())
                .filter(encoding -> start.startsWith(encoding.mark))
                .findFirst();
    }

    private Optional<Decoded> strictly(byte[] bytes) {
        try {
            var text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return Optional.of(
                    new Decoded(this, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
