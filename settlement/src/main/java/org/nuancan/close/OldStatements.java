package org.nuancan.close;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.retention.KeptByDistrict;

/// Statements and all that hangs on them: 会计档案管理办法 (2015) asks for 10 years. One that is not paid,
/// holds a line back, is disputed, or whose claims are not settled, stays. The hash of one that
/// went stays as long as a later one follows it.
@Singleton
final class OldStatements implements KeptByDistrict {

    private static final int CANDIDATES = 5_000;

    private final List<OnStatements> others;
    private final Transactions transactions;
    private final Period period;

    OldStatements(
            List<OnStatements> others,
            Transactions transactions,
            @Property(name = "nuancan.retention.statements", defaultValue = "P10Y") Period period) {
        this.others = List.copyOf(others);
        this.transactions = transactions;
        this.period = period;
    }

    @Override
    public String kind() {
        return "statements";
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public long due(LocalDate before) {
        return transactions.reading(connection ->
                Sql.on(connection, "select count(*) as due from statement where statement_date < ?")
                        .with(before)
                        .one(row -> row.number("due")));
    }

    @Override
    public List<String> districts(LocalDate before) {
        return transactions.inOne(connection ->
                Sql.on(
                                connection,
                                """
                                select distinct district_code
                                  from statement
                                 where statement_date < ?
                                 order by district_code
                                """)
                        .with(before)
                        .list(row -> row.text("district_code")));
    }

    @Override
    public int forget(String district, LocalDate before) {
        return transactions.inOne(connection -> {
            var ids = done(paid(connection, district, before));
            forget(connection, ids);
            return ids.size();
        });
    }

    private static List<Long> paid(Connection connection, String district, LocalDate before)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select statement_id
                          from statement
                         where district_code = ? and statement_date < ? and state = 'PAID'
                         order by statement_date, statement_id
                         limit ?
                           for update
                        """)
                .with(district, before, CANDIDATES)
                .list(row -> row.number("statement_id"));
    }

    /// Who needs others of them gone too is asked last: of a statement that stays for a reason of
    /// its own nobody must think that it goes, whatever order the packages come in.
    private List<Long> done(List<Long> paid) {
        var left = paid;
        for (var other : others) {
            left = other.done(left);
        }
        for (var other : others) {
            left = other.together(left);
        }
        return left;
    }

    private void forget(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        for (var other : others) {
            other.forget(ids);
        }
        Sql.on(
                        connection,
                        """
                        insert into statement_anchor
                            (provider_id, statement_date, content_hash, previous_hash)
                        select provider_id, statement_date, content_hash, previous_hash
                          from statement
                         where statement_id in (??)
                        """)
                .withAll(ids)
                .run();
        for (var table : List.of("statement_fund", "statement_site", "statement")) {
            Sql.on(connection, "delete from %s where statement_id in (??)".formatted(table))
                    .withAll(ids)
                    .run();
        }
        forgetAnchors(connection);
    }

    /// An anchor goes when another anchor follows it and no statement does. The one at the end of
    /// its chain stays for the next statement.
    private static void forgetAnchors(Connection connection) throws SQLException {
        Sql.on(
                        connection,
                        """
                        delete a
                          from statement_anchor a
                          join (select x.provider_id, x.statement_date
                                  from statement_anchor x
                                 where exists (select 1 from statement_anchor y
                                                where y.provider_id = x.provider_id
                                                  and y.previous_hash = x.content_hash)
                                   and not exists (select 1 from statement s
                                                    where s.provider_id = x.provider_id
                                                      and s.previous_hash = x.content_hash)) gone
                            on gone.provider_id = a.provider_id
                           and gone.statement_date = a.statement_date
                        """)
                .run();
    }
}
