package org.nuancan.finance.receipt;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.finance.Districts;
import org.nuancan.finance.View;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.provider.Providers;
import org.nuancan.receipt.Receipt;
import org.nuancan.receipt.ReceiptService;
import org.nuancan.receipt.Source;

/// Receipts of money, over HTTP.
@LongWork
@Controller("/v1/finance/receipts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class ReceiptController {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final IdempotencyKeys keys;
    private final ReceiptService receipts;
    private final Providers providers;
    private final Clock clock;

    ReceiptController(
            IdempotencyKeys keys, ReceiptService receipts, Providers providers, Clock clock) {
        this.keys = keys;
        this.receipts = receipts;
        this.providers = providers;
        this.clock = clock;
    }

    /// Records money from a payer (for its claims), from a provider that owes, or from an acquirer.
    /// It is matched at once with the oldest claims that it can pay. Each reference counts once in
    /// a district.
    @Post
    @Secured(Role.DISTRICT_FINANCE)
    @ApiResponse(
            responseCode = "201",
            description = "On record, booked and matched.",
            useReturnTypeSchema = true)
    HttpResponse<ReceiptAnswer> record(
            IdempotencyKey key, @Valid @Body NewReceipt wanted, Caller caller) {
        Districts.check(caller, wanted.districtCode());
        if (wanted.receivedOn().isAfter(BusinessDay.today(clock).date())) {
            throw Districts.invalid("/receivedOn", "在今天之后 / after today");
        }
        if (wanted.receivedOn().isBefore(FIRST)) {
            throw Districts.invalid("/receivedOn", "早于 2000 年 / before the year 2000");
        }
        var source = wanted.source();
        receipts.prepare();
        return keys.once(
                key,
                wanted,
                connection -> {
                    checkProvider(source, wanted.districtCode());
                    return recorded(wanted.money(source, caller.username()));
                });
    }

    private void checkProvider(Source source, String district) {
        if (source instanceof Source.Provider(var providerId)
                && providers
                        .find(providerId)
                        .filter(one -> one.districtCode().equals(district))
                        .isEmpty()) {
            throw ProblemException.of(ProblemCode.PROVIDER_UNKNOWN);
        }
    }

    private Answer<ReceiptAnswer> recorded(ReceiptService.Money money) {
        return switch (receipts.record(money)) {
            case Receipt.Outcome.Recorded(var receipt) -> Answer.created(ReceiptAnswer.of(receipt));
            case Receipt.Outcome.ReferenceUsed(var receiptId) ->
                    throw ProblemException.with(
                            ProblemCode.RECEIPT_ON_FILE, Map.of("receiptId", new Id(receiptId)));
            case Receipt.Outcome.MoreThanOwed(var owed) ->
                    throw ProblemException.with(
                            ProblemCode.RECEIPT_EXCEEDS_DEBT, Map.of("owedFen", owed));
        };
    }

    /// The receipts that the caller may see, the latest first.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    Page<ReceiptAnswer> list(@Valid @RequestBean Paging paging, Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var found =
                receipts.list(View.district(caller), before, paging.rows()).stream()
                        .map(ReceiptAnswer::of)
                        .toList();
        return Page.of(found, paging, one -> Cursor.of(one.receiptId().value()));
    }

    /// One receipt, with the claims that it paid.
    @Get("/{receiptId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    ReceiptAnswer one(@PathVariable Id receiptId, Caller caller) {
        return receipts.find(receiptId.value())
                .filter(receipt -> caller.covers(receipt.districtCode()))
                .map(ReceiptAnswer::of)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
