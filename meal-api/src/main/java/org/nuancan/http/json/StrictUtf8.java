package org.nuancan.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Accepts JSON only if all of its bytes are well-formed UTF-8 (RFC 8259, section 8.1). Jackson
/// alone accepts overlong forms and halves of surrogate pairs.
final class StrictUtf8 extends InputDecorator {

    private static final long serialVersionUID = 1L;

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        var bytes = in.readAllBytes();
        check(bytes, 0, bytes.length);
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable InputStream decorate(IOContext context, byte[] bytes, int offset, int length)
            throws IOException {
        check(bytes, offset, length);
        return null;
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    private static void check(byte[] bytes, int offset, int length) throws NotUtf8 {
        try {
            var _ =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, offset, length));
        } catch (CharacterCodingException _) {
            throw new NotUtf8();
        }
    }

    private static final class NotUtf8 extends JsonProcessingException {

        private static final long serialVersionUID = 1L;

        NotUtf8() {
            super("not UTF-8");
        }
    }
}
