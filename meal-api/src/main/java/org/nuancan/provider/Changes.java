package org.nuancan.provider;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;

/// Keeps what a record was made into, by whom and when; never changed, never read by the machine.
@Singleton
final class Changes {

    private final Ids ids;
    private final JsonMapper json;

    Changes(Ids ids, JsonMapper json) {
        this.ids = ids;
        this.json = json;
    }

    void keep(Connection connection, ProviderOnFile provider, String by, Instant at)
            throws SQLException {
        keep(connection, "PROVIDER", provider.providerId(), ProviderAnswer.of(provider), by, at);
    }

    void keep(Connection connection, SiteOnFile site, String by, Instant at) throws SQLException {
        keep(connection, "SITE", site.siteId(), SiteAnswer.of(site), by, at);
    }

    private void keep(
            Connection connection, String subject, long id, Object content, String by, Instant at)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into provider_change
                            (change_id, subject, subject_id, changed_at, changed_by, content)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .with(ids.next(), subject, id, at, by, write(content))
                .run();
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
