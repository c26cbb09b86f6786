package org.nuancan.elder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what names a person, finds it again by keyed hashes, and signs codes.
///
/// Sealed bytes are: length of the key's id, the id, 12 bytes of nonce, AES-256-GCM of the text
/// with the field's name and the elder's id as additional data, so that a sealed value moved to
/// another field or person does not open.
final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ElderKeys.Ring sealing;
    private final ElderKeys.Ring codes;
    private final ElderKeys.Ring index;
    private final SecureRandom random = new SecureRandom();

    Vault(ElderKeys.Ring sealing, ElderKeys.Ring codes, ElderKeys.Ring index) {
        this.sealing = sealing;
        this.codes = codes;
        this.index = index;
    }

    /// The id of the key that seals now.
    String keyId() {
        return sealing.current();
    }

    /// Seals one field of one elder.
    byte[] seal(String field, long elderId, String text) {
        return seal(field, elderId, text.getBytes(StandardCharsets.UTF_8));
    }

    /// As for text.
    byte[] seal(String field, long elderId, byte[] content) {
        var nonce = randomBytes(NONCE_BYTES);
        var keyId = sealing.current().getBytes(StandardCharsets.US_ASCII);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key(sealing, sealing.current()), nonce);
            cipher.updateAAD(additional(field, elderId));
            var sealed = cipher.doFinal(content);
            return ByteBuffer.allocate(1 + keyId.length + NONCE_BYTES + sealed.length)
                    .put((byte) keyId.length)
                    .put(keyId)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot seal " + field, failure);
        }
    }

    /// Opens what [#seal] made.
    ///
    /// @throws IllegalStateException if the key is not configured or the bytes were changed
    String open(String field, long elderId, byte[] bytes) {
        return new String(openBytes(field, elderId, bytes), StandardCharsets.UTF_8);
    }

    /// As for text.
    byte[] openBytes(String field, long elderId, byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var keyId = new byte[buffer.get()];
        buffer.get(keyId);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var id = new String(keyId, StandardCharsets.US_ASCII);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key(sealing, id), nonce);
            cipher.updateAAD(additional(field, elderId));
            return cipher.doFinal(bytes, buffer.position(), buffer.remaining());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "cannot open %s of elder %d".formatted(field, elderId), failure);
        }
    }

    /// The keyed hash by which an ID number is found.
    byte[] index(IdNumber number) {
        return hash("id-number", number.value());
    }

    /// The keyed hash by which a name is found.
    byte[] index(PersonName name) {
        return hash("name", name.value());
    }

    /// The keyed hash by which a phone number is found: its digits only; none for a number without.
    Optional<byte[]> phoneIndex(String phone) {
        var digits = phone.chars().filter(c -> c >= '0' && c <= '9').toArray();
        return digits.length == 0
                ? Optional.empty()
                : Optional.of(hash("phone", new String(digits, 0, digits.length)));
    }

    /// The id of the key that signs codes now.
    String codeKeyId() {
        return codes.current();
    }

    /// A signature for a code; empty if the key is not known.
    Optional<byte[]> codeSignature(String keyId, byte[] content) {
        return Optional.ofNullable(codes.byId().get(keyId)).map(key -> mac(key, content));
    }

    /// Bytes nobody can guess.
    byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] hash(String what, String text) {
        return mac(
                key(index, index.current()), (what + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot hash", failure);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static SecretKeySpec key(ElderKeys.Ring ring, String id) {
        var key = ring.byId().get(id);
        if (key == null) {
            throw new IllegalStateException("no key of id " + id + " is configured");
        }
        return key;
    }

    private static byte[] additional(String field, long elderId) {
        return (field + ":" + elderId).getBytes(StandardCharsets.US_ASCII);
    }
}
