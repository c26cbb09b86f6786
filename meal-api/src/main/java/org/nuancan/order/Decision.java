package org.nuancan.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.money.Fen;
import org.nuancan.money.Share;
import org.nuancan.policy.FundingPart;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Quote;
import org.nuancan.policy.Refusal;
import org.nuancan.policy.Side;

/// What is granted on a sale and what is left to be paid: pure.
///
/// @param elderPays the gross less what the elder is or was let off
/// @param grants in the order granted
/// @param refusals sorted by code
/// @param excess what the elder is let off beyond that: what a till that was cut off gave too much,
///   or the gap to what was agreed when ordering
record Decision(Fen elderPays, List<Grant> grants, List<Refusal> refusals, Fen excess) {

    /// Sold to nobody in particular: the full price.
    static Decision fullPrice(Sale sale) {
        var given = givenBy(sale);
        return new Decision(sale.basket().gross().minus(given), List.of(), List.of(), given);
    }

    /// What the quote of this instant says.
    static Decision of(Quote quote) {
        return new Decision(quote.elderPaysFen(), quote.grants(), quote.refusals(), Fen.ZERO);
    }

    /// What the quote of this instant makes of an order: the elder pays no more than was agreed.
    static Decision of(Quote quote, Sale.Terms terms) {
        var elderPays = quote.elderPaysFen().min(terms.elderPays());
        return new Decision(
                elderPays, quote.grants(), quote.refusals(), quote.elderPaysFen().minus(elderPays));
    }

    /// What the quote of this instant makes of a discount that was given while the till was cut
    /// off: of each code the smaller of what was given and what is allowed. The elder paid already
    /// and never pays more.
    static Decision of(Quote quote, Sale.Payment.Offline offline, Fen capLeft) {
        var given = byCode(offline.given());
        var grants = new ArrayList<Grant>();
        var left = capLeft.max(Fen.ZERO);
        for (var grant : quote.grants()) {
            if (grant.side() != Side.DINER) {
                grants.add(grant);
                continue;
            }
            var fen = grant.fen().min(given.getOrDefault(grant.code(), Fen.ZERO)).min(left);
            left = left.minus(fen);
            cutTo(grant, fen).ifPresent(grants::add);
        }
        var granted = granted(grants);
        var sum = Fen.sum(given.values());
        return new Decision(
                quote.grossFen().minus(sum), grants, quote.refusals(), sum.minus(granted));
    }

    private static Optional<Grant> cutTo(Grant grant, Fen fen) {
        if (!fen.isPositive()) {
            return Optional.empty();
        }
        var weights = grant.funding().stream().map(part -> part.fen().value()).toList();
        var parts = Share.split(fen, weights);
        var funding = new ArrayList<FundingPart>();
        for (var i = 0; i < parts.size(); i++) {
            if (parts.get(i).isPositive()) {
                funding.add(new FundingPart(grant.funding().get(i).payer(), parts.get(i)));
            }
        }
        return Optional.of(new Grant(grant.code(), grant.version(), grant.side(), fen, funding));
    }

    private static Map<String, Fen> byCode(List<Sale.Given> given) {
        var byCode = new HashMap<String, Fen>();
        given.forEach(one -> byCode.merge(one.code(), one.fen(), Fen::plus));
        return byCode;
    }

    private static Fen givenBy(Sale sale) {
        return switch (sale.payment()) {
            case Sale.Payment.Online online -> Fen.ZERO;
            case Sale.Payment.Ordered ordered -> Fen.ZERO;
            case Sale.Payment.Offline offline ->
                    Fen.sum(offline.given().stream().map(Sale.Given::fen).toList());
        };
    }

    /// What diners are granted.
    Fen granted() {
        return granted(grants);
    }

    private static Fen granted(List<Grant> grants) {
        return Fen.sum(
                grants.stream()
                        .filter(grant -> grant.side() == Side.DINER)
                        .map(Grant::fen)
                        .toList());
    }

    /// Whether what was paid, with what was let go, is what is to be paid.
    boolean isPaidBy(Sale.Payment payment) {
        var paid = Fen.sum(payment.tenders().stream().map(Tender::fen).toList());
        return paid.plus(payment.rounding()).equals(elderPays);
    }
}
