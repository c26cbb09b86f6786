package org.nuancan.bench.textbook;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// The textbook's server in a separate process. It reads `NUANCAN_DB_URL`, `NUANCAN_DB_USER`,
/// `NUANCAN_DB_PASSWORD` and the system properties `micronaut.server.port` and `textbook.keys`, the
/// file of the public keys that verify tokens.
public final class Textbook {

    /// The table of used limits, except elders' own: a row for each limit and window. The real
    /// service distributes such limits to its nodes, in tables that only it can interpret.
    private static final String COUNTERS =
            """
            create table if not exists textbook_limit_use (
                counts_on   varchar(8)  character set ascii collate ascii_bin not null,
                subject_id  bigint      not null,
                policy_code varchar(64) character set ascii collate ascii_bin not null,
                per         varchar(8)  character set ascii collate ascii_bin not null,
                from_date   date        not null,
                slot        varchar(9)  character set ascii collate ascii_bin not null,
                meals       bigint      not null,
                fen         bigint      not null,
                primary key (counts_on, subject_id, policy_code, per, from_date, slot)
            ) engine = InnoDB default charset = utf8mb4
            """;

    private Textbook() {}

    /// Serves until the process is ended.
    public static void main(String[] arguments) {
        var _ = start(Map.of());
    }

    /// Starts a server.
    ///
    /// @param properties that override all others
    public static EmbeddedServer start(Map<String, Object> properties) {
        var context =
                ApplicationContext.builder()
                        .environments("textbook")
                        .deduceEnvironment(false)
                        .properties(properties)
                        .start();
        var _ =
                context.getBean(Transactions.class)
                        .inOne(connection -> Sql.on(connection, COUNTERS).run());
        return context.getBean(EmbeddedServer.class).start();
    }
}
