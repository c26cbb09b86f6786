package org.nuancan.console.admin;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A till's account.
public record Terminal(
        String terminalId,
        String label,
        Optional<OffsetDateTime> activatedAt,
        Optional<OffsetDateTime> disabledAt) {

    /// Its state: `DISABLED`, `ACTIVE` or `NEW`.
    public String state() {
        return disabledAt.isPresent() ? "DISABLED" : activatedAt.isPresent() ? "ACTIVE" : "NEW";
    }

    /// What a new terminal is activated with, shown once and good for 24 hours.
    public record Activation(String terminalId, String activationCode) {

        /// The body of the activation request as a QR code.
        public QrCode qr() {
            return QrCode.of(
                    "{\"terminalId\":\"%s\",\"activationCode\":\"%s\"}"
                            .formatted(terminalId, activationCode));
        }
    }
}
