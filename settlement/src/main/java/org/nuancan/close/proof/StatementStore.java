package org.nuancan.close.proof;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nuancan.close.statement.Statement;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// Writes statements, and reads the data of earlier ones that the close needs.
@Singleton
public final class StatementStore {

    private static final String[] COLUMNS = {
        "statement_id",
        "provider_id",
        "statement_date",
        "district_code",
        "state",
        "orders",
        "refunds",
        "line_count",
        "gross_fen",
        "collected_fen",
        "platform_collected_fen",
        "discount_fen",
        "diner_grant_fen",
        "elsewhere_fen",
        "incentive_fen",
        "adjustment_fen",
        "payable_fen",
        "carried_fen",
        "held_fen",
        "content_hash",
        "previous_hash",
        "closed_at"
    };

    /// Whether the provider has a statement of the day.
    public boolean exists(Connection connection, long providerId, BusinessDay day)
            throws SQLException {
        return Sql.on(
                        connection,
                        "select 1 from statement where provider_id = ? and statement_date = ?")
                .with(providerId, day.date())
                .exists();
    }

    /// Amount that a provider still owes on earlier statements, 0 or less.
    public Fen carried(Connection connection, long providerId, BusinessDay day)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select coalesce(sum(payable_fen), 0) as carried
                          from statement
                         where provider_id = ? and statement_date < ? and payable_fen < 0
                           and state <> 'PAID'
                        """)
                .with(providerId, day.date())
                .one(row -> Fen.of(row.number("carried")));
    }

    /// Adds a statement with its payers and its sites.
    ///
    /// @param linesBySite ids of sites, each with its number of lines
    public void insert(
            Connection connection,
            Statement statement,
            List<Map.Entry<Long, Long>> linesBySite,
            Instant closedAt)
            throws SQLException {
        var content = statement.content();
        var sums = content.sums();
        Batch.into("statement", COLUMNS)
                .row(
                        statement.id(),
                        content.providerId(),
                        content.date().date(),
                        statement.districtCode(),
                        statement.state(),
                        content.counts().orders(),
                        content.counts().refunds(),
                        content.counts().lines(),
                        sums.gross().value(),
                        sums.collected().value(),
                        sums.platformCollected().value(),
                        sums.discount().value(),
                        sums.dinerGrant().value(),
                        sums.elsewhere().value(),
                        sums.incentive().value(),
                        sums.adjustment().value(),
                        sums.payable().value(),
                        statement.carried().value(),
                        statement.held().value(),
                        statement.contentHash(),
                        content.previousHash().orElse(null),
                        closedAt)
                .write(connection);
        var funds = Batch.into("statement_fund", "statement_id", "payer", "fen");
        content.funds()
                .forEach(fund -> funds.row(statement.id(), fund.payer(), fund.fen().value()));
        funds.write(connection);
        var sites = Batch.into("statement_site", "statement_id", "site_id", "line_count");
        linesBySite.forEach(site -> sites.row(statement.id(), site.getKey(), site.getValue()));
        sites.write(connection);
    }

    /// The hash of a day: over the hashes of its statements, in order of provider id.
    public String dayHash(Connection connection, BusinessDay day) throws SQLException {
        var sm3 = new Sm3();
        var tree = new MerkleTree(sm3);
        Sql.on(
                        connection,
                        """
                        select provider_id, content_hash
                          from statement
                         where statement_date = ?
                         order by provider_id
                        """)
                .with(day.date())
                .each(row ->
                        tree.add(
                                sm3.leaf(
                                        CanonicalText.ofDay(
                                                row.number("provider_id"),
                                                row.text("content_hash")))));
        return Sm3.hex(tree.root());
    }

    /// Number of statements of a day, over all providers.
    public long count(Connection connection, BusinessDay day) throws SQLException {
        return Sql.on(
                        connection,
                        "select count(*) as statements from statement where statement_date = ?")
                .with(day.date())
                .one(row -> row.number("statements"));
    }
}
