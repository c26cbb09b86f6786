package org.nuancan.ledger.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.money.Fen;

/// Amounts that payers still bear for a line of a statement: the claims of a meal on one provider's
/// statement, less refunds and recoveries. Builds the postings that withhold the line, release it,
/// recover it from the provider, and undo the recovery.
///
/// Amounts that the provider bears itself are never recovered.
public final class LineClaims {

    /// A claim of the line.
    ///
    /// @param number position in the line's journal, from 1
    /// @param left neither refunded nor recovered
    /// @param recovered recovered from the provider, and not undone
    private record Part(int number, Posting posting, Fen left, Fen recovered) {}

    private final long providerId;
    private final List<Part> parts;

    private LineClaims(long providerId, List<Part> parts) {
        this.providerId = providerId;
        this.parts = parts;
    }

    /// Reads the claims of a line from the books.
    ///
    /// @param line the order's `MEAL` or `FAILED_MEAL` journal
    /// @param ofOrder all journals of the order so far
    /// @param providerId the provider with the line on its statement
    public static LineClaims of(Journal line, List<Journal> ofOrder, long providerId) {
        var parts = new ArrayList<Part>();
        for (var number = 1; number <= line.postings().size(); number++) {
            var posting = line.postings().get(number - 1);
            if (posting.account() instanceof Account.Claim && posting.providerId() == providerId) {
                parts.add(part(number, posting, ofOrder));
            }
        }
        return new LineClaims(providerId, List.copyOf(parts));
    }

    private static Part part(int number, Posting posting, List<Journal> ofOrder) {
        var refunded = mirrored(ofOrder, JournalKind.REFUND, posting, number);
        var recovered =
                mirrored(ofOrder, JournalKind.RECOVERY, posting, number)
                        .plus(mirrored(ofOrder, JournalKind.RECOVERY_UNDONE, posting, number));
        return new Part(
                number, posting, posting.fen().plus(refunded).plus(recovered), recovered.negated());
    }

    private static Fen mirrored(
            List<Journal> journals, JournalKind kind, Posting posting, int number) {
        return Fen.sum(
                journals.stream()
                        .filter(journal -> journal.kind() == kind)
                        .flatMap(journal -> journal.postings().stream())
                        .filter(other -> other.mirrors().orElse(0) == number)
                        .filter(other -> other.account().equals(posting.account()))
                        .map(Posting::fen)
                        .toList());
    }

    /// The amount that a hold of the line withholds and a recovery takes back; 0 or more.
    public Fen left() {
        return Fen.sum(parts.stream().map(Part::left).toList());
    }

    /// The remaining amounts of each policy's claims, in the order of the line.
    public Map<PolicyRef, Fen> leftByPolicy() {
        var sums = new LinkedHashMap<PolicyRef, Fen>();
        for (var part : parts) {
            if (!part.left().isZero()) {
                sums.merge(part.posting().policy().orElseThrow(), part.left(), Fen::plus);
            }
        }
        return sums;
    }

    /// Whether a part of it was recovered and the recovery is not undone.
    public boolean isRecovered() {
        return parts.stream().anyMatch(part -> !part.recovered().isZero());
    }

    /// The amount that a refund gives back to payers of this line.
    ///
    /// @param refund the postings of the `REFUND`
    public Fen givenBackBy(List<Posting> refund) {
        return Fen.sum(parts.stream().map(part -> givenBack(part, refund)).toList());
    }

    /// `HOLD`: moves the amount from owed to withheld.
    public static List<Posting> hold(long providerId, Fen fen) {
        return List.of(
                Posting.of(0, new Account.Payable(providerId), fen),
                Posting.of(0, new Account.Held(providerId), fen.negated()));
    }

    /// `GENUINE` before payment: moves the amount from withheld back to owed.
    public static List<Posting> genuine(long providerId, Fen fen) {
        return List.of(
                Posting.of(0, new Account.Held(providerId), fen),
                Posting.of(0, new Account.Payable(providerId), fen.negated()));
    }

    /// `GENUINE` once the statement is in payment or paid: the provider's next statement pays the
    /// withheld amount.
    public static List<Posting> genuineAfterPayment(long providerId, Fen fen) {
        return List.of(
                Posting.of(providerId, new Account.Held(providerId), fen),
                Posting.of(providerId, new Account.Adjust(providerId), fen.negated()));
    }

    /// `RECOVERY` of the whole remaining amount, against the withheld amount.
    public List<Posting> recoveryFromHold() {
        return recovery(new Account.Held(providerId));
    }

    /// `RECOVERY` of the whole remaining amount, against the provider's next statement.
    public List<Posting> recoveryFromProvider() {
        return recovery(new Account.Adjust(providerId));
    }

    private List<Posting> recovery(Account against) {
        var postings = new ArrayList<Posting>();
        for (var part : parts) {
            if (!part.left().isZero()) {
                postings.add(part.posting().mirrored(part.number(), part.left()));
            }
        }
        if (!left().isZero()) {
            postings.add(Posting.of(providerId, against, left()));
        }
        return List.copyOf(postings);
    }

    /// `RECOVERY_UNDONE`: reverses a recovery as far as a refund gives back the recovered amount,
    /// so that this amount is refunded like any other part.
    ///
    /// @param refund the postings of the `REFUND`
    /// @return empty if nothing of it was recovered
    public List<Posting> undone(List<Posting> refund) {
        var amounts = parts.stream().map(part -> undone(part, refund)).toList();
        var postings = new ArrayList<Posting>();
        IntStream.range(0, parts.size())
                .filter(at -> !amounts.get(at).isZero())
                .forEach(at ->
                        postings.add(
                                parts.get(at)
                                        .posting()
                                        .mirrored(
                                                parts.get(at).number(),
                                                amounts.get(at).negated())));
        var sum = Fen.sum(amounts);
        if (!sum.isZero()) {
            postings.add(Posting.of(providerId, new Account.Adjust(providerId), sum.negated()));
        }
        return List.copyOf(postings);
    }

    private static Fen undone(Part part, List<Posting> refund) {
        var back = givenBack(part, refund);
        return back.compareTo(part.recovered()) < 0 ? back : part.recovered();
    }

    private static Fen givenBack(Part part, List<Posting> refund) {
        return Fen.sum(
                        refund.stream()
                                .filter(posting -> posting.mirrors().orElse(0) == part.number())
                                .filter(posting ->
                                        posting.account().equals(part.posting().account()))
                                .map(Posting::fen)
                                .toList())
                .negated();
    }
}
