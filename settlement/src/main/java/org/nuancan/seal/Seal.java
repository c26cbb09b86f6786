package org.nuancan.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals values with AES-256-GCM and binds each to its record: the purpose and the record's id are
/// additional data, so a value copied into another record or column cannot be opened.
///
/// A sealed value is: a byte for the version of this format, the length of the key's id, the id, 12
/// bytes of nonce, the encrypted content with its tag. Text columns contain it in base64 (URL
/// alphabet, no padding).
public final class Seal {

    /// Version 2; the format without additional data has no version and cannot be read.
    private static final byte VERSION = 2;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    /// Seals with the current key of `keys` and opens with any of them.
    public Seal(Keys keys) {
        this.keys = keys;
    }

    /// The keys of a seal.
    public interface Keys {

        /// The id of the key for new values: at most 16 characters of ASCII.
        String current();

        /// A key of 256 bits; empty if no key has this id.
        Optional<SecretKey> find(String keyId, String purpose);
    }

    /// Seals a value of a record.
    ///
    /// @param record the values of the column's key, in its order
    public byte[] seal(SealedColumn column, byte[] content, Object... record) {
        var keyId = keys.current();
        var id = keyId.getBytes(StandardCharsets.US_ASCII);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var key =
                    keys.find(keyId, column.purpose())
                            .orElseThrow(() -> new IllegalStateException("no key of id " + keyId));
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            cipher.updateAAD(column.binding(record));
            var encrypted = cipher.doFinal(content);
            return ByteBuffer.allocate(2 + id.length + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put((byte) id.length)
                    .put(id)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot seal " + column.of(record), failure);
        }
    }

    /// Opens a value of a record.
    ///
    /// @throws CannotOpen if it was not sealed for this column and record, was changed, or its key
    ///   is not configured
    public byte[] open(SealedColumn column, byte[] sealed, Object... record) {
        var buffer = ByteBuffer.wrap(sealed);
        try {
            if (buffer.get() != VERSION) {
                throw new CannotOpen(column.of(record), "it has a form that is not read any more");
            }
            var id = new byte[Byte.toUnsignedInt(buffer.get())];
            buffer.get(id);
            var nonce = new byte[NONCE_BYTES];
            buffer.get(nonce);
            var keyId = new String(id, StandardCharsets.US_ASCII);
            var key =
                    keys.find(keyId, column.purpose())
                            .orElseThrow(() ->
                                    new CannotOpen(
                                            column.of(record),
                                            "no configured key has the id " + keyId));
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce);
            cipher.updateAAD(column.binding(record));
            return cipher.doFinal(sealed, buffer.position(), buffer.remaining());
        } catch (BufferUnderflowException _) {
            throw new CannotOpen(column.of(record), "it is cut off");
        } catch (AEADBadTagException _) {
            throw new CannotOpen(
                    column.of(record), "it was changed or belongs to another record or column");
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot open " + column.of(record), failure);
        }
    }

    /// Seals a text for a text column.
    public String sealText(SealedColumn column, String text, Object... record) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal(column, text.getBytes(StandardCharsets.UTF_8), record));
    }

    /// Opens a text that [#sealText] made.
    ///
    /// @throws CannotOpen as [#open]
    public String openText(SealedColumn column, String sealed, Object... record) {
        return new String(
                open(column, decoded(column, sealed, record), record), StandardCharsets.UTF_8);
    }

    /// Opens a value as its column stores it, binary or text.
    byte[] openStored(SealedColumn column, byte[] stored, Object... record) {
        return stored.length > 0 && stored[0] == VERSION
                ? open(column, stored, record)
                : open(
                        column,
                        decoded(column, new String(stored, StandardCharsets.UTF_8), record),
                        record);
    }

    private static byte[] decoded(SealedColumn column, String sealed, Object... record) {
        try {
            return Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException _) {
            throw new CannotOpen(column.of(record), "it has a form that is not read any more");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
