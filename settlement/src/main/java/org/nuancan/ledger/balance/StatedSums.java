package org.nuancan.ledger.balance;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// Sums the postings on statements by days, sites, providers, policies or payers.
@Singleton
public class StatedSums {

    /// The field to group by.
    public enum Key {
        DAY,
        SITE,
        PROVIDER,
        POLICY,
        PAYER
    }

    /// Sums of the postings with one key.
    ///
    /// @param key the day, the site's or provider's id, the policy's code or the payer
    /// @param orders number of captured orders; by policy or payer, number of orders with a part of
    ///   it
    /// @param diner amounts that payers bear for the elders' meals
    /// @param claim all amounts that payers owe, after recoveries
    public record Sum(
            String key,
            long orders,
            Fen gross,
            Fen collected,
            Fen platformCollected,
            Fen discount,
            Fen diner,
            Fen incentive,
            Fen adjustment,
            Fen claim) {}

    /// @param byKey in order of the keys
    /// @param total empty if nothing is booked
    public record Sums(List<Sum> byKey, Optional<Sum> total) {

        public Sums {
            byKey = List.copyOf(byKey);
        }
    }

    private final StatedSumRepository sums;

    StatedSums(StatedSumRepository sums) {
        this.sums = sums;
    }

    /// Sums over booking days, both ends included, as of one instant.
    ///
    /// @param district limits the result to the books of one district; empty for all
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public Sums snapshot(LocalDate first, LocalDate last, Key key, Optional<String> district) {
        var own = district.orElse(null);
        var byKey =
                switch (key) {
                    case DAY -> sums.byDay(first, last, own);
                    case SITE -> sums.bySite(first, last, own);
                    case PROVIDER -> sums.byProvider(first, last, own);
                    case POLICY -> sums.byPolicy(first, last, own);
                    case PAYER -> sums.byPayer(first, last, own);
                };
        return new Sums(
                byKey.stream().map(StatedSums::sum).toList(),
                sums.all(first, last, own).stream().findFirst().map(StatedSums::sum));
    }

    private static Sum sum(StatedSumRepository.Sums row) {
        return new Sum(
                row.groupedBy(),
                row.orders(),
                Fen.of(row.grossFen()),
                Fen.of(row.collectedFen()),
                Fen.of(row.platformFen()),
                Fen.of(row.discountFen()),
                Fen.of(row.dinerFen()),
                Fen.of(row.incentiveFen()),
                Fen.of(row.adjustmentFen()),
                Fen.of(row.claimFen()));
    }
}
