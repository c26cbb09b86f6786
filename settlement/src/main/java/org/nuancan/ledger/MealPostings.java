package org.nuancan.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.policy.FundingPart;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Side;

/// How a sale at the till is posted: tenders, rounding, each part of each grant, the offline
/// excess, then what was earned. Refunds share out in this order.
public final class MealPostings {

    static final String PROVIDER = "PROVIDER";

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
        if (sold.rounding().isPositive()) {
            postings.add(
                    Posting.of(
                            providerId,
                            new Account.Discount(providerId),
                            sold.rounding(),
                            Reason.ROUNDING));
        }
        postings.addAll(parts(providerId, sold.grants(), true));
        if (sold.offlineExcess().isPositive()) {
            postings.add(
                    Posting.of(
                            providerId,
                            new Account.Discount(providerId),
                            sold.offlineExcess(),
                            Reason.OFFLINE_EXCESS));
        }
        postings.addAll(parts(providerId, sold.grants(), false));
        postings.addAll(earned(providerId, sold));
        return List.copyOf(postings);
    }

    private static List<Posting> parts(long providerId, List<Grant> grants, boolean toDiner) {
        return grants.stream()
                .filter(grant -> (grant.side() == Side.DINER) == toDiner)
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

    private static List<Posting> earned(long providerId, Sold sold) {
        var account = new Account.Earned(providerId);
        var postings = new ArrayList<Posting>();
        if (sold.gross().isPositive()) {
            postings.add(Posting.of(providerId, account, sold.gross().negated(), Reason.MEAL));
        }
        for (var grant : sold.grants()) {
            if (grant.side() != Side.DINER) {
                postings.add(
                        Posting.of(providerId, account, grant.fen().negated(), Reason.INCENTIVE)
                                .under(PolicyRef.of(grant)));
            }
        }
        return postings;
    }
}
