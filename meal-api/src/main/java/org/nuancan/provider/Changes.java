package org.nuancan.provider;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;
import org.nuancan.db.Ids;
import org.nuancan.provider.stop.ProviderStop;

/// Stores the history of providers and sites: content, user and time, and an entry in the audit log
/// with the changed fields. Entries are never changed, and the program does not read them.
@Singleton
public final class Changes {

    private final ChangeRepository repository;
    private final AuditLog audit;
    private final Ids ids;
    private final JsonMapper json;

    Changes(ChangeRepository repository, AuditLog audit, Ids ids, JsonMapper json) {
        this.repository = repository;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
    }

    /// @param before empty for a new provider
    public void keep(
            Optional<ProviderOnFile> before, ProviderOnFile provider, String by, Instant at) {
        keep("PROVIDER", provider.providerId(), ProviderAnswer.of(provider, at), by, at);
        audit.write(
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.PROVIDER,
                                by,
                                before.isPresent() ? "CHANGED" : "CREATED",
                                "provider " + provider.providerId(),
                                "",
                                new AuditLog.Content(
                                        provider.districtCode(),
                                        FieldChange.between(
                                                before.map(Changes::fields).orElse(Map.of()),
                                                fields(provider))))));
    }

    private static Map<String, String> fields(ProviderOnFile provider) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", provider.name());
        fields.put("kind", provider.kind().name());
        fields.put("districtCode", provider.districtCode());
        fields.put("bankAccount", text(provider.bankAccount()));
        fields.put("suspended", stop(provider, ProviderStop.Kind.SUSPENDED));
        fields.put("ended", stop(provider, ProviderStop.Kind.ENDED));
        return fields;
    }

    private static String stop(ProviderOnFile provider, ProviderStop.Kind kind) {
        return ProviderStop.open(provider.stops(), kind)
                .map(stop -> "from %s %s".formatted(stop.begins(), stop.reason()).strip())
                .orElse("");
    }

    /// The last change of a provider.
    public Optional<ChangeEntity> last(long providerId) {
        return repository.last("PROVIDER", providerId);
    }

    /// A bank account as shown in the log.
    public static String text(BankAccount account) {
        var masked = account.masked();
        return "%s %s %s".formatted(masked.bankCode(), masked.number(), masked.name());
    }

    /// Keeps the content of a record after a change.
    ///
    /// @param subject the kind of the record: `PROVIDER` or `SITE`
    public void keep(String subject, long id, Object content, String by, Instant at) {
        var _ = repository.save(new ChangeEntity(ids.next(), subject, id, at, by, write(content)));
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
