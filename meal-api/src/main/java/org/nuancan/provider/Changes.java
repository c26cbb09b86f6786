package org.nuancan.provider;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.nuancan.db.Ids;

/// Stores the history of records: content, user and time. Entries are never changed, and the
/// program does not read them.
@Singleton
final class Changes {

    private final ChangeRepository repository;
    private final Ids ids;
    private final JsonMapper json;

    Changes(ChangeRepository repository, Ids ids, JsonMapper json) {
        this.repository = repository;
        this.ids = ids;
        this.json = json;
    }

    void keep(ProviderOnFile provider, String by, Instant at) {
        keep("PROVIDER", provider.providerId(), ProviderAnswer.of(provider), by, at);
    }

    void keep(SiteOnFile site, String by, Instant at) {
        keep("SITE", site.siteId(), SiteAnswer.of(site), by, at);
    }

    private void keep(String subject, long id, Object content, String by, Instant at) {
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
