package org.nuancan.ledger.balance;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.nuancan.retention.KeptByDistrict;

/// Deletes journals after 30 years, as 会计档案管理办法 (2015) asks for vouchers and books. Deletes whole
/// days of a district, once nothing about them is open; their sums stay as the accounts' opening
/// balances.
@Singleton
class OldJournals implements KeptByDistrict {

    private final List<SettledBooks> others;
    private final OldJournalRepository journals;
    private final LedgerOpeningRepository openings;
    private final Period period;

    OldJournals(
            List<SettledBooks> others,
            OldJournalRepository journals,
            LedgerOpeningRepository openings,
            @Property(name = "nuancan.retention.journals", defaultValue = "P30Y") Period period) {
        this.others = List.copyOf(others);
        this.journals = journals;
        this.openings = openings;
        this.period = period;
    }

    @Override
    public String kind() {
        return "journals";
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    @ReadOnly
    public long due(LocalDate before) {
        return journals.countBefore(before);
    }

    @Override
    @ReadOnly
    public List<String> districts(LocalDate before) {
        return journals.districtsBefore(before);
    }

    @Override
    @Transactional
    public int forget(String district, LocalDate before) {
        var until = until(district, before);
        openings.add(district, until, until.minusDays(1));
        openings.moveTo(district, until.minusDays(1));
        journals.removePostings(district, until);
        return journals.removeJournals(district, until);
    }

    /// Repeats the question until no package gives an earlier day.
    private LocalDate until(String district, LocalDate before) {
        var earlier = Optional.<LocalDate>empty();
        var until = before;
        while (!Optional.of(until).equals(earlier)) {
            earlier = Optional.of(until);
            for (var other : others) {
                until = other.until(district, until);
            }
        }
        return until;
    }
}
