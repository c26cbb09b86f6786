package org.nuancan.finance.receipt;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuancan.finance.Districts;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.Payer;
import org.nuancan.receipt.ReceiptService;
import org.nuancan.receipt.Source;

/// Money received.
///
/// @param fen above 0
/// @param reference the bank's reference, printable ASCII
@Introspected
record NewReceipt(
        @NotNull @Pattern(regexp = Districts.CODE) String districtCode,
        @NotNull @Valid From from,
        @NotNull Fen fen,
        @NotNull LocalDate receivedOn,
        @NotBlank @Identifier @Size(max = 64) @Pattern(regexp = "\\S(?:.*\\S)?") String reference) {

    /// The party that paid: exactly one of the three.
    ///
    /// @param payer as on the claims: a division's code, or `CHARITY:` with a name
    /// @param tender a tender that the platform's acquirer accepts: `ALLOWANCE` or `ECNY`
    @Introspected
    record From(
            @Nullable @Size(min = 1, max = 255) String payer,
            @Nullable Id providerId,
            @Nullable TenderType tender) {}

    /// @throws org.nuancan.http.problem.ProblemException `REQUEST_INVALID` if it names none or
    ///   several, or a party that cannot pay
    Source source() {
        if (!fen.isPositive()) {
            throw Districts.invalid("/fen", "须大于 0 / must be above 0");
        }
        var named =
                Stream.of(from.payer(), from.providerId(), from.tender())
                        .filter(java.util.Objects::nonNull)
                        .count();
        if (named != 1) {
            throw Districts.invalid(
                    "/from", "payer、providerId、tender 三选一 / exactly one of the three");
        }
        var payer = from.payer();
        var provider = from.providerId();
        if (payer != null) {
            return payer(payer);
        }
        return provider == null ? tender() : new Source.Provider(provider.value());
    }

    private static Source payer(String payer) {
        return Payer.owing(payer)
                .map(known -> new Source.Payer(known.text()))
                .orElseThrow(() -> Districts.invalid("/from/payer", "没有这样的出资方 / no such payer"));
    }

    private Source tender() {
        var tender = from.tender();
        if (tender != TenderType.ALLOWANCE && tender != TenderType.ECNY) {
            throw Districts.invalid("/from/tender", "不经收单机构 / no acquirer takes this");
        }
        return new Source.Tender(tender);
    }

    ReceiptService.Money money(Source source, String by) {
        return new ReceiptService.Money(districtCode, source, fen, receivedOn, reference, by);
    }
}
