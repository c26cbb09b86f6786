package org.nuancan.ledger.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.db.InList;
import org.nuancan.money.Fen;

/// Reads who bears the grants for meals, from the books: what was granted, less refunds and
/// recoveries. Gaps and failed meals are no grants and are left out.
@Singleton
public class GrantShares {

    private static final int ORDERS = 1024;

    private final GrantShareRepository shares;

    GrantShares(GrantShareRepository shares) {
        this.shares = shares;
    }

    /// The shares of some orders, by order; orders without a grant are left out.
    @ReadOnly
    public Map<Long, List<GrantShare>> ofOrders(List<Long> orderIds) {
        var found = new HashMap<Long, List<GrantShare>>();
        for (var from = 0; from < orderIds.size(); from += ORDERS) {
            var some = orderIds.subList(from, Math.min(from + ORDERS, orderIds.size()));
            found.putAll(
                    shares.ofOrders(InList.of(some)).stream()
                            .collect(
                                    groupingBy(
                                            GrantShareRepository.OfOrder::orderId,
                                            mapping(GrantShares::share, toList()))));
        }
        return found;
    }

    private static GrantShare share(GrantShareRepository.OfOrder row) {
        return new GrantShare(row.payer(), row.policyCode(), Fen.of(row.fen()));
    }

    /// The sum of all shares for meals of some sites, by service date, both ends included.
    ///
    /// @param district limits the search to the books of one district; empty for all
    @ReadOnly
    public Fen sum(
            LocalDate from, LocalDate to, Optional<String> district, Collection<Long> siteIds) {
        var wanted = Set.copyOf(siteIds);
        // A meal is booked on its service date or later.
        return Fen.sum(
                shares.bySite(from.minusDays(1), from, to, district.orElse(null)).stream()
                        .filter(row -> wanted.contains(row.siteId()))
                        .map(row -> Fen.of(row.fen()))
                        .toList());
    }
}
