package org.nuancan.provider;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.nuancan.http.text.Identifier;
import org.nuancan.http.text.Verbatim;

/// A provider to add.
@Introspected
public record NewProvider(
        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name,
        @NotNull ProviderKind kind,
        @NotNull @Pattern(regexp = "[0-9]{6}") String districtCode,
        @NotNull @Valid Account bankAccount) {

    /// The account for payments; no check digit is verified.
    @Introspected
    public record Account(
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name,
            @NotNull @Verbatim @Pattern(regexp = "[0-9]{1,34}") String number,
            @NotNull @Identifier @Pattern(regexp = "[0-9A-Za-z]{1,20}") String bankCode) {

        /// The account as a value, with the full number.
        public BankAccount account() {
            return new BankAccount(name, number, bankCode);
        }
    }
}
