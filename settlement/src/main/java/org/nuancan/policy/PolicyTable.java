package org.nuancan.policy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables `policy_version` and `policy_change`.
final class PolicyTable {

    private static final String COLUMNS =
            "select code, version, document, effective_to, author, written_at, released_by, released_at"
                    + " from policy_version";

    private static final Logger LOG = LoggerFactory.getLogger(PolicyTable.class);

    private PolicyTable() {}

    static void insert(Connection connection, PolicyOnFile draft) throws SQLException {
        var policy = draft.policy();
        Sql.on(
                        connection,
                        """
                        insert into policy_version
                            (code, version, owner, document, author, written_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .with(policy.code(), policy.version(), policy.owner().code())
                .with(PolicyDocument.text(policy), draft.author(), draft.writtenAt())
                .run();
    }

    static void release(Connection connection, PolicyOnFile released) throws SQLException {
        var release = released.release().orElseThrow();
        var id = released.policy().id();
        Sql.on(
                        connection,
                        """
                        update policy_version set released_by = ?, released_at = ?
                        where code = ? and version = ? and released_by is null
                        """)
                .with(release.by(), release.at(), id.code(), id.version())
                .run();
        countUp(connection);
    }

    static void end(Connection connection, PolicyOnFile ended, LocalDate last) throws SQLException {
        var id = ended.policy().id();
        Sql.on(
                        connection,
                        """
                        update policy_version set effective_to = ?
                        where code = ? and version = ? and released_by is not null
                        """)
                .with(last, id.code(), id.version())
                .run();
        countUp(connection);
    }

    private static void countUp(Connection connection) throws SQLException {
        Sql.on(connection, "update policy_change set changes = changes + 1 where id = 1").run();
    }

    /// How often something was released or ended.
    static long changes(Connection connection) throws SQLException {
        return Sql.on(connection, "select changes from policy_change where id = 1")
                .one(row -> row.number("changes"));
    }

    static List<SubsidyPolicy> released(Connection connection) throws SQLException {
        return Sql.on(connection, COLUMNS + " where released_by is not null order by code, version")
                .list(PolicyTable::read)
                .stream()
                .flatMap(Optional::stream)
                .map(PolicyOnFile::policy)
                .toList();
    }

    static Optional<PolicyOnFile> find(Connection connection, PolicyId id, boolean locked)
            throws SQLException {
        var text = COLUMNS + " where code = ? and version = ?";
        return Sql.on(connection, locked ? text + " for update" : text)
                .with(id.code(), id.version())
                .first(PolicyTable::read)
                .flatMap(policy -> policy);
    }

    static List<PolicyOnFile> list(
            Connection connection,
            Optional<Division> concerning,
            Optional<PolicyId> after,
            int limit)
            throws SQLException {
        var sql =
                new StringBuilder(COLUMNS).append(" where (code > ? or code = ? and version > ?)");
        concerning.ifPresent(
                _ -> sql.append(" and (owner like concat(?, '%') or ? like concat(owner, '%'))"));
        sql.append(" order by code, version limit ?");
        var last = after.orElse(new PolicyId("", Integer.MIN_VALUE));
        var query =
                Sql.on(connection, sql.toString()).with(last.code(), last.code(), last.version());
        concerning.ifPresent(division -> query.with(division.code(), division.code()));
        return query.with(limit).list(PolicyTable::read).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Reads a version; empty, with an entry in the log, if its document cannot be read: one bad
    /// row must not stop the sales under all other policies.
    private static Optional<PolicyOnFile> read(Row row) throws SQLException {
        try {
            return Optional.of(read(row, PolicyDocument.parse(row.text("document"))));
        } catch (IllegalArgumentException exception) {
            LOG.error(
                    "policy {} version {} cannot be read and grants nothing: {}",
                    row.text("code"),
                    row.integer("version"),
                    exception.getMessage());
            return Optional.empty();
        }
    }

    private static PolicyOnFile read(Row row, SubsidyPolicy written) throws SQLException {
        var releasedBy = row.maybeText("released_by");
        var release =
                releasedBy.isPresent()
                        ? Optional.of(
                                new PolicyOnFile.Release(
                                        releasedBy.get(), row.instant("released_at")))
                        : Optional.<PolicyOnFile.Release>empty();
        return new PolicyOnFile(
                row.maybeDate("effective_to").map(written::endingOn).orElse(written),
                row.text("author"),
                row.instant("written_at"),
                release);
    }
}
