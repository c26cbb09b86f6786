package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.nuancan.audit.FieldChange;
import org.nuancan.db.Ids;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.elder.file.ElderStatusEntity;
import org.nuancan.elder.file.ElderStatusRepository;
import org.nuancan.elder.file.ElderStayRepository;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.Vault;

/// Writes stays and statuses, in the transaction that holds the elder's lock.
@Singleton
public final class ElderDays {

    private final Ids ids;
    private final Vault vault;
    private final ElderStayRepository stays;
    private final ElderStatusRepository statuses;
    private final ElderChanges changes;
    private final ElderNotices notices;

    ElderDays(
            Ids ids,
            Vault vault,
            ElderStayRepository stays,
            ElderStatusRepository statuses,
            ElderChanges changes,
            ElderNotices notices) {
        this.ids = ids;
        this.vault = vault;
        this.stays = stays;
        this.statuses = statuses;
        this.changes = changes;
        this.notices = notices;
    }

    /// Writes a stay, or replaces one that begins on the same day, and adds the change.
    public void stay(ElderLock lock, NewStay stay, Written written) {
        var elderId = lock.elderId();
        stays.put(
                ids.next(),
                elderId,
                stay.from(),
                stay.to().orElse(null),
                vault.seal(SealedFields.PLACE, stay.where(), elderId, stay.from()));
        notices.stay(elderId, stay);
        changes.add(
                lock,
                ElderChange.Kind.STAY,
                days(stay),
                new FieldChange("stay", "", days(stay)),
                written);
    }

    /// Writes a status from its day on, and adds the change.
    public void status(ElderLock lock, NewStatus status, Written written) {
        var id = new ElderStatusEntity.Key(lock.elderId(), lock.number());
        var reason =
                vault.seal(
                        SealedFields.STATUS_REASON, status.reason(), lock.elderId(), lock.number());
        var _ = statuses.save(new ElderStatusEntity(id, status.on(), status.status(), reason));
        notices.status(lock.elderId(), status);
        changes.add(
                lock,
                ElderChange.Kind.STATUS,
                status.status() + " " + status.on(),
                new FieldChange(
                        "status",
                        lock.facts().status().name(),
                        status.status() + " " + status.on()),
                written);
    }

    private static String days(NewStay stay) {
        return stay.from() + "/" + stay.to().map(LocalDate::toString).orElse("");
    }
}
