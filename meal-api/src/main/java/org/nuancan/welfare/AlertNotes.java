package org.nuancan.welfare;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Encrypts and decrypts the notes of alerts.
@Singleton
final class AlertNotes implements SealedColumns {

    private static final SealedColumn NOTE =
            SealedColumn.of("welfare-note", "welfare_alert", "sealed_note", "alert_id");

    private final Secrets secrets;

    AlertNotes(Secrets secrets) {
        this.secrets = secrets;
    }

    @Nullable String seal(@Nullable String note, long alertId) {
        return note == null ? null : secrets.seal(NOTE, note, alertId);
    }

    Optional<String> open(AlertEntity alert) {
        return Optional.ofNullable(alert.sealedNote())
                .map(sealed -> secrets.open(NOTE, sealed, alert.alertId()));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NOTE);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
