package org.nuancan.ledger.balance;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.money.Fen;

/// Sums the amounts that payers owe for the meals of a booking day.
@Singleton
public class BookedClaims {

    /// Amount that a payer owes for a provider's day; negative if the payer gets more back.
    public record Claim(String payer, long providerId, Fen fen) {}

    private final ClaimRepository claims;

    BookedClaims(ClaimRepository claims) {
        this.claims = claims;
    }

    /// The claims of a day.
    ///
    /// @param district limits the result to books of the district and to payers in it (either is
    ///   enough); empty for all
    @ReadOnly
    public List<Claim> ofDay(BusinessDay day, Optional<String> district) {
        return values(claims.ofDay(day.date(), district.orElse(null)));
    }

    /// Like [#ofDay], limited to one provider.
    @ReadOnly
    public List<Claim> ofProvider(BusinessDay day, long providerId, Optional<String> district) {
        return values(claims.ofProvider(day.date(), providerId, district.orElse(null)));
    }

    private static List<Claim> values(List<ClaimRepository.Sum> found) {
        return found.stream()
                .map(sum -> new Claim(sum.payer(), sum.providerId(), Fen.of(sum.fen())))
                .toList();
    }
}
