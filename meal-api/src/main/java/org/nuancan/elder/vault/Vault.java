package org.nuancan.elder.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.PersonName;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;

/// Seals what names a person, finds it again by keyed hashes, and signs codes.
public final class Vault implements SealedColumns {

    private final ElderKeys.Ring sealing;
    private final ElderKeys.Ring codes;
    private final ElderKeys.Ring index;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Vault(ElderKeys.Ring sealing, ElderKeys.Ring codes, ElderKeys.Ring index) {
        this.sealing = sealing;
        this.codes = codes;
        this.index = index;
        this.seal = new Seal(sealing);
    }

    /// The id of the key that seals now.
    String keyId() {
        return sealing.current();
    }

    /// Seals a text of a record.
    public byte[] seal(SealedColumn field, String text, Object... record) {
        return seal.seal(field, text.getBytes(StandardCharsets.UTF_8), record);
    }

    /// As for text.
    public byte[] seal(SealedColumn field, byte[] content, Object... record) {
        return seal.seal(field, content, record);
    }

    /// Opens what [#seal] made.
    ///
    /// @throws org.nuancan.seal.CannotOpen if the key is not configured, the bytes were changed or
    ///   belong to another record
    public String open(SealedColumn field, byte[] bytes, Object... record) {
        return new String(seal.open(field, bytes, record), StandardCharsets.UTF_8);
    }

    /// As for text.
    public byte[] openBytes(SealedColumn field, byte[] bytes, Object... record) {
        return seal.open(field, bytes, record);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return SealedFields.ALL;
    }

    @Override
    public Seal seal() {
        return seal;
    }

    /// The keyed hash by which an ID number is found.
    public byte[] index(IdNumber number) {
        return hash("id-number", number.value());
    }

    /// The keyed hash by which a name is found.
    public byte[] index(PersonName name) {
        return hash("name", name.value());
    }

    /// The keyed hash by which a phone number is found: its digits only; none for a number without.
    public Optional<byte[]> phoneIndex(String phone) {
        var digits = phone.chars().filter(c -> c >= '0' && c <= '9').toArray();
        return digits.length == 0
                ? Optional.empty()
                : Optional.of(hash("phone", new String(digits, 0, digits.length)));
    }

    /// The id of the key that signs codes now.
    public String codeKeyId() {
        return codes.current();
    }

    /// A signature for a code; empty if the key is not known.
    public Optional<byte[]> codeSignature(String keyId, byte[] content) {
        return Optional.ofNullable(codes.byId().get(keyId)).map(key -> mac(key, content));
    }

    /// Random bytes.
    public byte[] randomBytes(int count) {
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

    private static SecretKeySpec key(ElderKeys.Ring ring, String id) {
        var key = ring.byId().get(id);
        if (key == null) {
            throw new IllegalStateException("no key of id " + id + " is configured");
        }
        return key;
    }
}
