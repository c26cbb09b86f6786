package org.nuancan.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Matching.Match;
import org.nuancan.receipt.Matching.Money;
import org.nuancan.receipt.Matching.Owed;

class MatchingTest {

    private static Subject claim(long id) {
        return new Subject(Subject.Kind.CLAIM, id);
    }

    private static Owed owed(long id, long fen) {
        return new Owed(claim(id), Fen.of(fen));
    }

    @Test
    void money_pays_the_oldest_first_and_amounts_owed_back_are_set_against_the_oldest() {
        var matches =
                Matching.of(
                        List.of(new Money(1, Fen.of(70)), new Money(2, Fen.of(100))),
                        List.of(owed(11, 50), owed(12, -30), owed(13, 60), owed(14, 10)));

        assertThat(matches)
                .containsExactly(
                        new Match(1, claim(11), Fen.of(50 - 30)),
                        new Match(1, claim(13), Fen.of(70 - 20)),
                        new Match(2, claim(13), Fen.of(60 - 50)),
                        new Match(2, claim(14), Fen.of(10)));
    }

    @Property(tries = 500)
    void nothing_is_paid_twice_or_beyond_what_is_owed_or_beyond_the_money(
            @ForAll @Size(max = 6) List<@LongRange(min = 1, max = 50) Long> money,
            @ForAll @Size(max = 8) List<@LongRange(min = -40, max = 60) Long> owed) {
        var some = new ArrayList<Money>();
        money.forEach(fen -> some.add(new Money(some.size() + 1L, Fen.of(fen))));
        var claims = new ArrayList<Owed>();
        owed.forEach(fen -> claims.add(owed(claims.size() + 1L, fen)));

        var matches = Matching.of(some, claims);

        var paid = new HashMap<Subject, Fen>();
        var used = new HashMap<Long, Fen>();
        for (var match : matches) {
            assertThat(match.fen().isPositive()).isTrue();
            paid.merge(match.subject(), match.fen(), Fen::plus);
            used.merge(match.receiptId(), match.fen(), Fen::plus);
        }
        claims.forEach(claim ->
                assertThat(paid.getOrDefault(claim.subject(), Fen.ZERO).value())
                        .isLessThanOrEqualTo(Math.max(0, claim.open().value())));
        some.forEach(receipt ->
                assertThat(used.getOrDefault(receipt.receiptId(), Fen.ZERO).value())
                        .isLessThanOrEqualTo(receipt.rest().value()));
        var total = Math.max(0, Matching.total(claims).value());
        var all = some.stream().mapToLong(receipt -> receipt.rest().value()).sum();
        assertThat(Fen.sum(paid.values()).value()).isEqualTo(Math.min(total, all));
    }
}
