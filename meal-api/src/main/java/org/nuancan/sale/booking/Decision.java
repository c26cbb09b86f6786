package org.nuancan.sale.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.money.Fen;
import org.nuancan.money.Share;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.Sale;
import org.nuancan.sale.Tender;

/// The grants on a sale, and the amount that the elder pays: pure.
///
/// @param elderPays the gross less all that is or was deducted for the elder
/// @param grants in the order granted
/// @param refusals sorted by code
/// @param excess the deduction beyond the grants: the amount that an offline till gave too much, or
///   the gap to the amount agreed when ordering
record Decision(Fen elderPays, List<Grant> grants, List<Refusal> refusals, Fen excess) {

    /// A sale without an elder, or of a provider that is stopped: the full price.
    static Decision fullPrice(Sale sale) {
        var given = givenBy(sale);
        return new Decision(sale.basket().gross().minus(given), List.of(), List.of(), given);
    }

    /// The decision by a quote of this instant.
    static Decision of(Quote quote) {
        return new Decision(quote.elderPaysFen(), quote.grants(), quote.refusals(), Fen.ZERO);
    }

    /// The decision for an order by a quote of this instant: the elder pays no more than was
    /// agreed.
    static Decision of(Quote quote, Sale.Terms terms) {
        var elderPays = quote.elderPaysFen().min(terms.elderPays());
        return new Decision(
                elderPays, quote.grants(), quote.refusals(), quote.elderPaysFen().minus(elderPays));
    }

    /// The decision for a discount that was given offline, by a quote of this instant: for each
    /// code the smaller of the given and the allowed amount. The elder has paid already and never
    /// pays more.
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

    /// The sum of all grants to diners.
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

    /// Whether tenders and rounding together are the amount to pay.
    boolean isPaidBy(Sale.Payment payment) {
        var paid = Fen.sum(payment.tenders().stream().map(Tender::fen).toList());
        return paid.plus(payment.rounding()).equals(elderPays);
    }
}
