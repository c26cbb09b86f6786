package org.nuancan.console.payment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;

/// Payment batches, receipts, budgets and reconciliation, at meal-api.
@Singleton
final class PaymentClient {

    private final ApiClient api;

    PaymentClient(ApiClient api) {
        this.api = api;
    }

    Answer<Listed<Batch>> batches(ApiCaller asking, Optional<String> after) {
        return api.list(
                asking, ApiPath.of("/v1/payment-batches").with("after", after), Batch.class);
    }

    Answer<Batch> batch(ApiCaller asking, String id) {
        return api.get(asking, ApiPath.of("/v1/payment-batches/{}", id), Batch.class);
    }

    Answer<Batch> make(ApiCaller asking, String districtCode, LocalDate through, String key) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/payment-batches"))
                        .with("districtCode", districtCode)
                        .with("throughDate", through)
                        .once(key);
        return api.send(asking, request, Batch.class);
    }

    /// @param format `pain001` or `csv`
    Answer<ApiFile> file(ApiCaller asking, String id, String format) {
        var path = ApiPath.of("/v1/payment-batches/{}/file", id).with("format", format);
        return api.file(asking, path);
    }

    Answer<BankAnswer> answer(ApiCaller asking, String id, byte[] file, String key) {
        var path = ApiPath.of("/v1/payment-batches/{}/results", id);
        var whole = new ApiFile(file, "application/octet-stream", Optional.empty());
        return api.upload(asking, path, whole, key, BankAnswer.class);
    }

    Answer<Listed<Receipt>> receipts(ApiCaller asking, Optional<String> after) {
        return api.list(
                asking, ApiPath.of("/v1/finance/receipts").with("after", after), Receipt.class);
    }

    Answer<Receipt> record(ApiCaller asking, NewReceipt receipt, String key) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/finance/receipts"))
                        .with("districtCode", receipt.districtCode())
                        .with("from", receipt.from())
                        .with("fen", receipt.fen())
                        .with("receivedOn", receipt.receivedOn())
                        .with("reference", receipt.reference())
                        .once(key);
        return api.send(asking, request, Receipt.class);
    }

    Answer<Reconciliation> reconciliation(ApiCaller asking, Where where) {
        var path =
                ApiPath.of("/v1/finance/reconciliation")
                        .with("date", where.date().toString())
                        .with("districtCode", where.districtCode());
        return api.get(asking, path, Reconciliation.class);
    }

    /// @param act `take`, `explain` or `close`
    Answer<Reconciliation.Handled> handle(
            ApiCaller asking, String differenceId, String act, Where where, String explanation) {
        var path = ApiPath.of("/v1/finance/differences/{}/{}", differenceId, act);
        var request =
                ApiRequest.post(path)
                        .with("date", where.date())
                        .with("districtCode", where.districtCode())
                        .with("explanation", explanation);
        return api.send(asking, request, Reconciliation.Handled.class);
    }

    Answer<Funds> funds(ApiCaller asking, int year) {
        var path = ApiPath.of("/v1/finance/funds").with("year", Integer.toString(year));
        return api.get(asking, path, Funds.class);
    }

    Answer<Boolean> changeBudget(ApiCaller asking, Map<String, Object> change, String key) {
        var request = ApiRequest.post(ApiPath.of("/v1/finance/budgets")).body(change).once(key);
        return api.tell(asking, request);
    }

    /// A day of a district.
    record Where(LocalDate date, String districtCode) {}

    /// Money that came in, to be recorded.
    ///
    /// @param from one of `payer`, `providerId`, `tender` with its value
    record NewReceipt(
            String districtCode,
            Map<String, String> from,
            long fen,
            LocalDate receivedOn,
            String reference) {}
}
