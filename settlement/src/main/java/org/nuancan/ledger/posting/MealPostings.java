package org.nuancan.ledger.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;

/// Builds the postings of a sale at the till, in this order: tenders, rounding, each part of each
/// grant, the offline excess, the earnings. Refunds are divided in this order.
public final class MealPostings {

    static final String PROVIDER = "PROVIDER";

    // In the order of a quote.
    private static final List<Side> INCENTIVES = List.of(Side.PROVIDER, Side.DELIVERY);

    private MealPostings() {}

    /// The postings of a `MEAL` journal, all on the provider's statement.
    public static List<Posting> of(long providerId, Sold sold) {
        var postings = new ArrayList<Posting>();
        for (var taken : sold.taken()) {
            postings.add(
                    Posting.of(
                            providerId,
                            taken.type().account(providerId),
                            taken.fen(),
                            taken.type().name()));
        }
        discount(providerId, sold.rounding(), Reason.ROUNDING).ifPresent(postings::add);
        postings.addAll(parts(providerId, sold.grants(), Side.DINER));
        discount(providerId, sold.offlineExcess(), Reason.OFFLINE_EXCESS).ifPresent(postings::add);
        for (var side : INCENTIVES) {
            postings.addAll(parts(providerId, sold.grants(), side));
        }
        if (sold.gross().isPositive()) {
            postings.add(
                    Posting.of(
                            providerId,
                            new Account.Earned(providerId),
                            sold.gross().negated(),
                            Reason.MEAL));
        }
        for (var side : INCENTIVES) {
            postings.addAll(incentives(providerId, sold.grants(), side));
        }
        return List.copyOf(postings);
    }

    /// The part of a bill that the provider does without.
    private static Optional<Posting> discount(long providerId, Fen fen, String reason) {
        return fen.isPositive()
                ? Optional.of(Posting.of(providerId, new Account.Discount(providerId), fen, reason))
                : Optional.empty();
    }

    /// The parts of the grants of one side, each with its payer.
    static List<Posting> parts(long providerId, List<Grant> grants, Side side) {
        return grants.stream()
                .filter(grant -> grant.side() == side)
                .flatMap(grant ->
                        grant.funding().stream()
                                .map(part -> borne(providerId, part).under(PolicyRef.of(grant))))
                .toList();
    }

    private static Posting borne(long providerId, FundingPart part) {
        return part.payer().equals(PROVIDER)
                ? Posting.of(
                        providerId,
                        new Account.Discount(providerId),
                        part.fen(),
                        Reason.PROVIDER_GRANT)
                : Posting.of(providerId, new Account.Claim(part.payer()), part.fen());
    }

    /// Amounts that policies of one side pay a provider on top.
    static List<Posting> incentives(long providerId, List<Grant> grants, Side side) {
        return grants.stream()
                .filter(grant -> grant.side() == side)
                .map(grant ->
                        Posting.of(
                                        providerId,
                                        new Account.Earned(providerId),
                                        grant.fen().negated(),
                                        Reason.INCENTIVE)
                                .under(PolicyRef.of(grant)))
                .toList();
    }
}
