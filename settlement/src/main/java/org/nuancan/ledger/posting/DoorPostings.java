package org.nuancan.ledger.posting;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Posting;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;

/// Builds the postings of an order that was paid at the door or the counter: each part is on
/// exactly one statement.
///
/// On the kitchen's statement: the meal, `DINER` parts, `PROVIDER` incentives, amounts collected by
/// the acquirer. On the deliverer's: the fee, `DELIVERY` incentives. Cash and similar tenders are
/// on the statement of the provider that took them, a gap on that of the party that bears it. The
/// lines come in the order of [MealPostings], in which refunds are divided.
public final class DoorPostings {

    private DoorPostings() {}

    /// The postings of a `MEAL` journal.
    public static List<Posting> of(Parties parties, Ordered ordered) {
        var postings = new ArrayList<Posting>();
        for (var taken : ordered.taken()) {
            postings.add(tender(parties, taken));
        }
        var grants = ordered.grants();
        postings.addAll(MealPostings.parts(parties.kitchen(), grants, Side.DINER));
        ordered.gap().map(gap -> gap.posting(parties)).ifPresent(postings::add);
        postings.addAll(MealPostings.parts(parties.kitchen(), grants, Side.PROVIDER));
        postings.addAll(MealPostings.parts(parties.deliverer(), grants, Side.DELIVERY));
        earned(postings, parties.kitchen(), ordered.meal(), Reason.MEAL);
        earned(postings, parties.deliverer(), ordered.fee(), Reason.FEE);
        postings.addAll(MealPostings.incentives(parties.kitchen(), grants, Side.PROVIDER));
        postings.addAll(MealPostings.incentives(parties.deliverer(), grants, Side.DELIVERY));
        return List.copyOf(postings);
    }

    /// The postings of a `FAILED_MEAL` journal: the cooked meal, against the party that bears it.
    static List<Posting> failed(Parties parties, Loss loss) {
        return List.of(
                loss.posting(parties),
                Posting.of(
                        parties.kitchen(),
                        new Account.Earned(parties.kitchen()),
                        loss.fen().negated(),
                        Reason.MEAL));
    }

    private static Posting tender(Parties parties, Taken taken) {
        var holder = taken.type().isTakenByProvider() ? parties.taker() : parties.kitchen();
        return Posting.of(holder, taken.type().account(holder), taken.fen(), taken.type().name());
    }

    private static void earned(List<Posting> postings, long providerId, Fen fen, String reason) {
        if (fen.isPositive()) {
            postings.add(
                    Posting.of(providerId, new Account.Earned(providerId), fen.negated(), reason));
        }
    }
}
