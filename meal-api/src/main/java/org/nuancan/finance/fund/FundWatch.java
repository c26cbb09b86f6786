package org.nuancan.finance.fund;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.nuancan.close.AfterClose;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.fund.FundWarningService;
import org.nuancan.fund.FundWarningService.Warned;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;

/// Sends warnings when a budget is nearly or completely used: after every close, after every change
/// of a budget, and periodically.
@Singleton
class FundWatch implements AfterClose {

    /// The content of an event.
    record WarningPayload(
            Id warningId, String payer, int year, int percent, Fen budgetFen, Fen grantedFen) {}

    private final Transactions transactions;
    private final FundWarningService warnings;
    private final Events events;
    private final Clock clock;

    FundWatch(Transactions transactions, FundWarningService warnings, Events events, Clock clock) {
        this.transactions = transactions;
        this.warnings = warnings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void closed() {
        var _ = look();
    }

    /// Checks the budgets now.
    ///
    /// @return number of new warnings
    int look() {
        return transactions.inOne(_ -> raise());
    }

    private int raise() {
        var today = BusinessDay.today(clock).date();
        var news = warnings.raise(today.getYear(), today);
        for (var warned : news) {
            events.tell(
                    new Events.Happening(
                            EventType.FUND_WARNING,
                            Optional.empty(),
                            Concerns.area(division(warned)),
                            new WarningPayload(
                                    new Id(warned.warningId()),
                                    warned.payer(),
                                    warned.year(),
                                    warned.percent(),
                                    warned.budget(),
                                    warned.granted()),
                            warned.at()));
        }
        return news.size();
    }

    /// The division whose officers get the warning; for a charity, the city.
    private static String division(Warned warned) {
        return warned.payer().matches("\\d{1,9}") ? warned.payer() : "";
    }
}
