package org.nuancan.provider.site;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;
import org.nuancan.provider.Changes;

/// Stores the history of sites, and an entry in the audit log with the changed fields.
@Singleton
class SiteChanges {

    private final Changes changes;
    private final AuditLog audit;

    SiteChanges(Changes changes, AuditLog audit) {
        this.changes = changes;
        this.audit = audit;
    }

    /// @param before empty for a new site
    public void keep(Optional<SiteOnFile> before, SiteOnFile site, String by, Instant at) {
        changes.keep("SITE", site.siteId(), SiteAnswer.of(site), by, at);
        audit.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.SITE,
                                by,
                                before.isPresent() ? "CHANGED" : "CREATED",
                                "site " + site.siteId(),
                                "provider " + site.providerId(),
                                new AuditLog.Content(
                                        site.division(),
                                        FieldChange.between(
                                                before.map(SiteChanges::fields).orElse(Map.of()),
                                                fields(site))))));
    }

    private static Map<String, String> fields(SiteOnFile site) {
        var profile = site.profile();
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", profile.name());
        fields.put("division", profile.division());
        fields.put("type", profile.type().name());
        fields.put("grade", Integer.toString(profile.grade()));
        fields.put("listedFrom", profile.listedFrom().toString());
        fields.put("listedTo", profile.listedTo().map(LocalDate::toString).orElse(""));
        fields.put("address", profile.address());
        fields.put("latitude", Double.toString(profile.place().latitude()));
        fields.put("longitude", Double.toString(profile.place().longitude()));
        fields.put("seats", Integer.toString(profile.seats()));
        fields.put("dailyCapacity", Integer.toString(profile.dailyCapacity()));
        return fields;
    }
}
