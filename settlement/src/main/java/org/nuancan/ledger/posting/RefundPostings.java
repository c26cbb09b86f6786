package org.nuancan.ledger.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.money.Share;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;

/// Divides a refund over the amounts of a sale that are not refunded yet, posting by posting.
///
/// The subsidisable part is divided over the `DINER` parts, an excess or gap, and the elder's share
/// of the bill, which comes last. The elder's part, with the amounts that are not subsidisable, is
/// divided over tenders and rounding. Division is by largest remainder; the earlier line wins a
/// tie. Grants of other sides are returned whole when nothing of the bill is left. So any series of
/// refunds has the same result as one whole refund.
public final class RefundPostings {

    /// Amounts of the two kinds of items.
    ///
    /// @param bill subsidisable, 0 or more
    /// @param other not subsidisable, 0 or more
    public record Amounts(Fen bill, Fen other) {

        /// @throws IllegalArgumentException if one is negative
        public Amounts {
            if (bill.isNegative() || other.isNegative()) {
                throw new IllegalArgumentException(
                        "bill %d and other %d are 0 or more"
                                .formatted(bill.value(), other.value()));
            }
        }

        private Amounts minus(Amounts less) {
            return new Amounts(bill.minus(less.bill), other.minus(less.other));
        }

        private Fen total() {
            return bill.plus(other);
        }
    }

    /// Amounts that a refund returns.
    ///
    /// @param postings for the `REFUND` journal, each mirroring a line of the sale
    /// @param tenders to the elder, by tender
    /// @param grants to the payers, by grant
    public record Returned(List<Posting> postings, List<Taken> tenders, List<Grant> grants) {

        /// Amount that the elder gets back, over all tenders.
        public Fen toElder() {
            return Fen.sum(tenders.stream().map(Taken::fen).toList());
        }
    }

    private record Line(int number, Posting posting, Fen left) {}

    private RefundPostings() {}

    /// Divides a refund.
    ///
    /// @param meal the postings of the order's `MEAL` journal
    /// @param before the postings of its `REFUND` journals so far
    /// @param sold the amounts of the order
    /// @param refunded the amounts refunded before
    /// @param now the amounts of this refund
    /// @throws IllegalArgumentException if this refund is more than the remaining amounts
    public static Returned of(
            List<Posting> meal, List<Posting> before, Amounts sold, Amounts refunded, Amounts now) {
        return of(meal, before, sold, refunded, now, Optional.empty());
    }

    /// The part of a refund that only exists for an order that was paid at the door.
    ///
    /// @param fee refunded part of the delivery fee, 0 or more
    /// @param giver the provider that returns cash and similar tenders
    public record AtDoor(Fen fee, long giver) {}

    /// Divides a refund of an order in which another provider may take part.
    ///
    /// @throws IllegalArgumentException if this refund is more than the remaining amounts
    public static Returned of(
            List<Posting> meal,
            List<Posting> before,
            Amounts sold,
            Amounts refunded,
            Amounts now,
            Optional<AtDoor> door) {
        var left = sold.minus(refunded);
        if (now.bill().compareTo(left.bill()) > 0 || now.other().compareTo(left.other()) > 0) {
            throw new IllegalArgumentException("cannot refund %s of %s".formatted(now, left));
        }
        var lines = unrefunded(meal, before);
        var diner = only(lines, RefundPostings::lowersTheBill);
        var byDiner = overDinerParts(diner, left.bill(), now.bill());
        var elder = now.bill().minus(sum(byDiner)).plus(now.other());
        var paid = only(lines, RefundPostings::isPaid);
        var back = new ArrayList<Posting>();
        mirrored(paid, Share.split(elder, weights(paid))).stream()
                .map(posting -> door.map(at -> givenBy(at.giver(), posting)).orElse(posting))
                .forEach(back::add);
        back.addAll(mirrored(diner, byDiner));
        if (comesToAnEnd(sold, left.minus(now))) {
            var extras = only(lines, RefundPostings::isExtra);
            back.addAll(mirrored(extras, extras.stream().map(Line::left).toList()));
        }
        var fee = door.map(AtDoor::fee).orElse(Fen.ZERO);
        back.addAll(earned(lines, Reason.MEAL, now.total().minus(fee)));
        back.addAll(earned(lines, Reason.FEE, fee));
        return returned(back);
    }

    private static List<Line> unrefunded(List<Posting> meal, List<Posting> before) {
        return IntStream.rangeClosed(1, meal.size())
                .mapToObj(number -> {
                    var posting = meal.get(number - 1);
                    var undone = before.stream().filter(other -> mirrors(other, number));
                    return new Line(
                            number,
                            posting,
                            posting.fen().plus(Fen.sum(undone.map(Posting::fen).toList())));
                })
                .toList();
    }

    private static boolean mirrors(Posting posting, int line) {
        return posting.mirrors().isPresent() && posting.mirrors().getAsInt() == line;
    }

    /// The elder's share of the bill is the remainder of the other parts, so it needs no line.
    private static List<Fen> overDinerParts(List<Line> diner, Fen billLeft, Fen now) {
        var elder = billLeft.minus(sum(diner.stream().map(Line::left).toList()));
        var weights = Stream.concat(weights(diner).stream(), Stream.of(elder.value())).toList();
        return Share.split(now, weights).subList(0, diner.size());
    }

    private static boolean comesToAnEnd(Amounts sold, Amounts leftAfter) {
        return sold.bill().isZero() ? leftAfter.other().isZero() : leftAfter.bill().isZero();
    }

    private static List<Posting> earned(List<Line> lines, String reason, Fen amount) {
        var earned = only(lines, line -> line.hasReason(reason) && isEarned(line));
        var weights = earned.stream().map(line -> line.left().negated().value()).toList();
        return mirrored(earned, Share.split(amount, weights).stream().map(Fen::negated).toList());
    }

    private static boolean isEarned(Posting posting) {
        return posting.account() instanceof Account.Earned;
    }

    /// Books returned cash on the till of the provider that returns it, also if another provider
    /// took it.
    private static Posting givenBy(long giver, Posting posting) {
        return posting.account() instanceof Account.Till
                ? new Posting(
                        giver,
                        new Account.Till(giver),
                        posting.fen(),
                        posting.policy(),
                        posting.reason(),
                        posting.mirrors())
                : posting;
    }

    private static boolean isPaid(Posting posting) {
        return switch (posting.account()) {
            case Account.Till till -> true;
            case Account.Collected collected -> true;
            case Account.Discount discount -> posting.hasReason(Reason.ROUNDING);
            default -> false;
        };
    }

    private static boolean lowersTheBill(Posting posting) {
        return switch (posting.account()) {
            case Account.Claim claim -> isFor(posting, Side.DINER);
            case Account.Discount discount -> !posting.hasReason(Reason.ROUNDING);
            default -> false;
        };
    }

    private static boolean isExtra(Posting posting) {
        return posting.policy().isPresent() && !isFor(posting, Side.DINER);
    }

    private static boolean isFor(Posting posting, Side side) {
        return posting.policy().isPresent() && posting.policy().get().side() == side;
    }

    private static List<Line> only(List<Line> lines, Predicate<Posting> which) {
        return lines.stream()
                .filter(line -> !line.left().isZero() && which.test(line.posting()))
                .toList();
    }

    private static List<Long> weights(List<Line> lines) {
        return lines.stream().map(line -> line.left().value()).toList();
    }

    private static List<Posting> mirrored(List<Line> lines, List<Fen> amounts) {
        return IntStream.range(0, lines.size())
                .filter(at -> !amounts.get(at).isZero())
                .mapToObj(at ->
                        lines.get(at).posting().mirrored(lines.get(at).number(), amounts.get(at)))
                .toList();
    }

    private static Fen sum(List<Fen> amounts) {
        return Fen.sum(amounts);
    }

    private static Returned returned(List<Posting> back) {
        var tenders =
                back.stream()
                        .filter(posting -> isPaid(posting) && !posting.hasReason(Reason.ROUNDING))
                        .map(posting ->
                                new Taken(
                                        TenderType.valueOf(posting.reason().orElseThrow()),
                                        posting.fen().negated()))
                        .toList();
        return new Returned(List.copyOf(back), tenders, grants(back));
    }

    private static List<Grant> grants(List<Posting> back) {
        var parts = back.stream().filter(RefundPostings::isPart).toList();
        return parts.stream()
                .map(posting -> posting.policy().orElseThrow())
                .distinct()
                .map(ref -> grant(ref, parts))
                .toList();
    }

    private static boolean isPart(Posting posting) {
        return posting.policy().isPresent() && !(posting.account() instanceof Account.Earned);
    }

    private static Grant grant(PolicyRef ref, List<Posting> parts) {
        var funding =
                parts.stream()
                        .filter(part -> part.policy().orElseThrow().equals(ref))
                        .map(part ->
                                new FundingPart(
                                        part.account() instanceof Account.Claim(var payer)
                                                ? payer
                                                : MealPostings.PROVIDER,
                                        part.fen().negated()))
                        .toList();
        var fen = sum(funding.stream().map(FundingPart::fen).toList());
        return new Grant(ref.code(), ref.version(), ref.side(), fen, funding);
    }
}
