package org.nuancan.bank;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.nuancan.bank.advice.Advice.Direction;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Amounts;
import org.nuancan.money.Fen;

/// Decides the direction of each payment of an entry, for files that give the direction twice.
///
/// The entry's direction is that of the booking, and applies. Only if an entry nets payments out
/// and in against each other (its amount is their difference), each detail's own direction applies.
/// If the amounts fit neither case, a detail that contradicts the entry is not understood.
final class EntryDirections {

    private EntryDirections() {}

    /// The meaning of each detail, in their order.
    static List<Meaning> of(Meaning entry, Fen amount, List<EntryDetail> details) {
        if (!(entry instanceof Meaning.Entry booked)
                || details.size() == 1
                || details.stream().noneMatch(detail -> contradicts(detail, booked))) {
            return details.stream().map(_ -> entry).toList();
        }
        var gross = sum(details, _ -> false);
        var net = sum(details, detail -> contradicts(detail, booked));
        var whole = Optional.of(BigInteger.valueOf(amount.value()));
        if (gross.equals(whole)) {
            return details.stream().map(_ -> entry).toList();
        }
        return details.stream()
                .map(detail -> {
                    if (!contradicts(detail, booked)) {
                        return entry;
                    }
                    return net.equals(whole)
                            ? turned(booked)
                            : new Meaning.Unclear(
                                    "CdtDbtInd of the details contradicts that of the entry");
                })
                .toList();
    }

    private static Meaning turned(Meaning.Entry booked) {
        return new Meaning.Entry(
                booked.direction() == Direction.OUT ? Direction.IN : Direction.OUT,
                booked.isReversal(),
                booked.booking());
    }

    private static boolean contradicts(EntryDetail detail, Meaning.Entry booked) {
        return detail.direction().filter(own -> own != booked.direction()).isPresent();
    }

    /// The sum of the details, some of them subtracted; empty if one has no amount.
    private static Optional<BigInteger> sum(
            List<EntryDetail> details, java.util.function.Predicate<EntryDetail> isOff) {
        var sum = BigInteger.ZERO;
        for (var detail : details) {
            if (detail.amount().filter(amount -> !amount.equals(Amounts.OTHER)).isEmpty()) {
                return Optional.empty();
            }
            var value = BigInteger.valueOf(detail.amount().orElse(Fen.ZERO).value());
            sum = isOff.test(detail) ? sum.subtract(value) : sum.add(value);
        }
        return Optional.of(sum);
    }
}
