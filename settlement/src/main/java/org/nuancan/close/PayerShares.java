package org.nuancan.close;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// What each payer owes for each provider on closed statements.
@Singleton
public class PayerShares {

    /// What a payer owes for a provider.
    ///
    /// @param districtCode the provider's district
    /// @param statements on how many statements
    /// @param claim negative if more is owed back
    public record PayerShare(
            String districtCode, long providerId, String payer, long statements, Fen claim) {}

    private final StatementFundRepository funds;

    PayerShares(StatementFundRepository funds) {
        this.funds = funds;
    }

    /// Of the statements of some days, both included, in order of district, provider and payer.
    ///
    /// @param district whose statements; empty for all
    @ReadOnly
    public List<PayerShare> list(LocalDate first, LocalDate last, Optional<String> district) {
        return funds.borne(first, last, district.orElse(null)).stream()
                .map(one ->
                        new PayerShare(
                                one.districtCode(),
                                one.providerId(),
                                one.payer(),
                                one.statements(),
                                Fen.of(one.fen())))
                .toList();
    }
}
