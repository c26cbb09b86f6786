package org.nuancan.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final SealedColumn ACCOUNT =
            SealedColumn.of("account", "provider", "account_number", "provider_id");
    private static final SealedColumn PAYMENT =
            SealedColumn.of("payment", "payment", "account_number", "payment_id");
    private static final SealedColumn ANSWER =
            SealedColumn.of("answer", "kept", "answer", "caller", "idempotency_key");

    private static final Seal SEAL = new Seal(new Ring("k2", Map.of("k1", key(1), "k2", key(2))));

    private record Ring(String current, Map<String, SecretKey> byId) implements Seal.Keys {

        @Override
        public Optional<SecretKey> find(String keyId, String purpose) {
            return Optional.ofNullable(byId.get(keyId));
        }
    }

    private static SecretKey key(int number) {
        var bytes = new byte[32];
        bytes[0] = (byte) number;
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void a_value_opens_for_its_column_and_record() {
        var sealed = SEAL.sealText(ACCOUNT, "6222 暖餐", 4711L);

        assertThat(SEAL.openText(ACCOUNT, sealed, 4711L)).isEqualTo("6222 暖餐");
        assertThat(SEAL.openText(ACCOUNT, sealed, "4711")).isEqualTo("6222 暖餐");
        assertThat(sealed).matches("[0-9A-Za-z_-]+");
    }

    @Test
    void a_value_copied_into_another_record_or_column_does_not_open() {
        var sealed = SEAL.sealText(ACCOUNT, "6222020200012345", 4711L);

        assertThatThrownBy(() -> SEAL.openText(ACCOUNT, sealed, 4712L))
                .isInstanceOf(CannotOpen.class)
                .hasMessage(
                        "provider.account_number of 4712 does not open: it was changed or belongs"
                                + " to another record or column");
        assertThatThrownBy(() -> SEAL.openText(PAYMENT, sealed, 4711L))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void each_part_of_a_key_counts_and_has_its_place() {
        var sealed = SEAL.sealText(ANSWER, "{}", "till-1", "2");

        assertThat(SEAL.openText(ANSWER, sealed, "till-1", "2")).isEqualTo("{}");
        assertThatThrownBy(() -> SEAL.openText(ANSWER, sealed, "2", "till-1"))
                .isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> SEAL.openText(ANSWER, sealed, "till-12"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void no_byte_can_be_changed(@ForAll @IntRange(min = 0, max = 47) int at) {
        var sealed = SEAL.seal(ACCOUNT, "6222020200012345".getBytes(StandardCharsets.UTF_8), 1L);
        assertThat(sealed).hasSize(48);
        sealed[at] ^= 1;

        assertThatThrownBy(() -> SEAL.open(ACCOUNT, sealed, 1L)).isInstanceOf(CannotOpen.class);
    }

    @Property(tries = 50)
    void a_value_that_is_cut_off_does_not_open(@ForAll @IntRange(min = 0, max = 47) int length) {
        var sealed = SEAL.seal(ACCOUNT, "6222020200012345".getBytes(StandardCharsets.UTF_8), 1L);

        assertThatThrownBy(() -> SEAL.open(ACCOUNT, java.util.Arrays.copyOf(sealed, length), 1L))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void earlier_keys_open_and_unknown_ones_are_named() {
        var before = new Seal(new Ring("k1", Map.of("k1", key(1))));
        var sealed = before.sealText(ACCOUNT, "6222", 1L);

        assertThat(SEAL.openText(ACCOUNT, sealed, 1L)).isEqualTo("6222");
        assertThatThrownBy(() -> before.openText(ACCOUNT, SEAL.sealText(ACCOUNT, "6222", 1L), 1L))
                .isInstanceOf(CannotOpen.class)
                .hasMessageEndingWith("no configured key has the id k2");
    }

    @Test
    void a_value_of_another_form_does_not_open() {
        assertThatThrownBy(() -> SEAL.openText(ACCOUNT, "0a1b2c3d.YWJj.ZGVm", 1L))
                .isInstanceOf(CannotOpen.class)
                .hasMessageEndingWith("it has a form that is not read any more");
    }
}
