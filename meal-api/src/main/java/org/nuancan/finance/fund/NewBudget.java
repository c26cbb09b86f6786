package org.nuancan.finance.fund;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.nuancan.finance.Districts;
import org.nuancan.policy.Payer;

/// A budget, or an amendment of one.
///
/// @param payer a division's code, or `CHARITY:` with a name
/// @param changeFen amount added to the budget; not 0, negative to reduce it; a year's budget is
///   larger than any single payment
/// @param reason for example, the number of the decision
@Introspected
record NewBudget(
        @NotBlank @Size(max = 255) String payer,
        @NotNull @Min(2000) @Max(9000) Integer year,
        @NotNull @Min(-MOST_FEN) @Max(MOST_FEN) Long changeFen,
        @NotBlank @Size(max = 200) String reason) {

    /// 10 billion yuan, more than a city spends on this in many years.
    private static final long MOST_FEN = 1_000_000_000_000L;

    void check() {
        if (!Payer.owing(payer).map(Payer::text).equals(Optional.of(payer))) {
            throw Districts.invalid("/payer", "没有这样的出资方 / no such payer");
        }
        if (changeFen == 0) {
            throw Districts.invalid("/changeFen", "不得为 0 / must not be 0");
        }
    }
}
