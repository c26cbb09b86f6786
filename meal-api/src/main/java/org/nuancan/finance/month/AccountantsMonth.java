package org.nuancan.finance.month;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.query.PayerShares;
import org.nuancan.close.query.PayerShares.PayerShare;
import org.nuancan.finance.grid.Cell;
import org.nuancan.finance.grid.Control;
import org.nuancan.finance.grid.Grid;
import org.nuancan.money.Fen;
import org.nuancan.provider.Providers;

/// The amounts that each payer bears for each provider in a month, from closed statements.
@Singleton
final class AccountantsMonth {

    private static final List<String> HEADINGS =
            List.of(
                    "month",
                    "districtCode",
                    "providerId",
                    "provider",
                    "payer",
                    "statements",
                    "claimFen",
                    "claimYuan");

    /// A month with its control figures.
    record Made(Grid grid, Control control) {}

    private record Item(List<Cell> cells, Fen claim) {}

    private final PayerShares shares;
    private final Providers providers;
    private final Clock clock;

    AccountantsMonth(PayerShares shares, Providers providers, Clock clock) {
        this.shares = shares;
        this.providers = providers;
        this.clock = clock;
    }

    /// One row for each provider and payer.
    ///
    /// @param district a district, to include only what it pays alone
    Made of(YearMonth month, Optional<String> district) {
        var asOf = clock.instant();
        var found = shares.list(month.atDay(1), month.atEndOfMonth(), district);
        var names = providers.names(found.stream().map(PayerShare::providerId).distinct().toList());
        var items =
                found.stream()
                        .map(one -> item(month, one, names.getOrDefault(one.providerId(), "")))
                        .toList();
        return new Made(
                new Grid("月度 Month", HEADINGS, items.stream().map(Item::cells).toList()),
                new Control(items.size(), Fen.sum(items.stream().map(Item::claim).toList()), asOf));
    }

    private static Item item(YearMonth month, PayerShare share, String provider) {
        return new Item(
                List.of(
                        Cell.text(month),
                        Cell.text(share.districtCode()),
                        Cell.text(share.providerId()),
                        Cell.text(provider),
                        Cell.text(share.payer()),
                        Cell.count(share.statements()),
                        Cell.fen(share.claim()),
                        Cell.text(share.claim().inYuan())),
                share.claim());
    }
}
