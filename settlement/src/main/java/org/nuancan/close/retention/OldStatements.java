package org.nuancan.close.retention;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.nuancan.close.statement.OnStatements;
import org.nuancan.close.statement.StatementAnchorRepository;
import org.nuancan.close.statement.StatementEntity;
import org.nuancan.close.statement.StatementFundRepository;
import org.nuancan.close.statement.StatementSiteRepository;
import org.nuancan.retention.KeptByDistrict;

/// Deletes statements and their dependent records after 10 years, as 会计档案管理办法 (2015) asks. A
/// statement stays if it is not paid, has a withheld line, is disputed, or has claims that are not
/// settled. The hash of a deleted statement stays as long as a later statement follows it.
@Singleton
public class OldStatements implements KeptByDistrict {

    private static final int CANDIDATES = 5_000;

    public static final String KIND = "statements";

    private final List<OnStatements> others;
    private final OldStatementRepository statements;
    private final StatementFundRepository funds;
    private final StatementSiteRepository sites;
    private final StatementAnchorRepository anchors;
    private final Period period;

    OldStatements(
            List<OnStatements> others,
            OldStatementRepository statements,
            StatementFundRepository funds,
            StatementSiteRepository sites,
            StatementAnchorRepository anchors,
            @Property(name = "nuancan.retention.statements", defaultValue = "P10Y") Period period) {
        this.others = List.copyOf(others);
        this.statements = statements;
        this.funds = funds;
        this.sites = sites;
        this.anchors = anchors;
        this.period = period;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    @ReadOnly
    public long due(LocalDate before) {
        return statements.countBefore(before);
    }

    @Override
    @ReadOnly
    public List<String> districts(LocalDate before) {
        return statements.districtsBefore(before);
    }

    @Override
    @Transactional
    public int forget(String district, LocalDate before) {
        var paid =
                statements.lockPaid(district, before, CANDIDATES).stream()
                        .map(StatementEntity::statementId)
                        .toList();
        var ids = done(paid);
        forget(ids);
        return ids.size();
    }

    /// Asks all packages first which statements have nothing open, and then which of these can be
    /// deleted together. So the result does not depend on the order of the packages.
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

    private void forget(List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (var other : others) {
            other.forget(ids);
        }
        anchors.keep(ids);
        funds.remove(ids);
        sites.remove(ids);
        statements.remove(ids);
        anchors.removeFollowed();
    }
}
