package org.nuancan.till.offline;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;

/// Lists the receipts that tills uploaded, including the rejected ones.
@Controller("/v1/pos/offline-receipts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class OfflineReceiptController {

    /// Filters of the list.
    ///
    /// @param from the first day on which a receipt was uploaded
    /// @param to the last such day
    @Introspected
    record Filter(
            @QueryValue OfflineResult.@Nullable Outcome outcome,
            @QueryValue @Nullable LocalDate from,
            @QueryValue @Nullable LocalDate to,
            @QueryValue @Nullable Id siteId) {}

    private final OfflineReceiptRepository receipts;

    OfflineReceiptController(OfflineReceiptRepository receipts) {
        this.receipts = receipts;
    }

    /// The receipts of the caller's sites, the latest upload first. A rejected one can be disputed
    /// on the statement of its day: `POST /v1/statements/{id}/dispute` with its `receiptId` as
    /// `orderId`.
    @Get
    @Secured({Role.PROVIDER_MANAGER, Role.DISTRICT_OFFICER, Role.AUDITOR})
    Page<OfflineReceiptAnswer> list(
            @Valid @RequestBean Filter filter,
            @Valid @RequestBean Paging paging,
            @Parameter(hidden = true) Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return Page.of(
                receipts.list(caller.scope(), filter, before, paging.rows()),
                paging,
                last -> Cursor.of(last.receiptId().value()));
    }
}
