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

    Answer<Listed<Batch>> batches(ApiCaller caller, Optional<String> after) {
        return api.list(
                caller, ApiPath.of("/v1/payment-batches").with("after", after), Batch.class);
    }

    Answer<Batch> batch(ApiCaller caller, String id) {
        return api.get(caller, ApiPath.of("/v1/payment-batches/{}", id), Batch.class);
    }

    Answer<Batch> make(ApiCaller caller, String districtCode, LocalDate through, String key) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/payment-batches"))
                        .with("districtCode", districtCode)
                        .with("throughDate", through)
                        .once(key);
        return api.send(caller, request, Batch.class);
    }

    /// @param format `pain001` or `csv`
    Answer<ApiFile> file(ApiCaller caller, String id, String format) {
        var path = ApiPath.of("/v1/payment-batches/{}/file", id).with("format", format);
        return api.file(caller, path);
    }

    Answer<BankAnswer> answer(ApiCaller caller, String id, byte[] file, String key) {
        var path = ApiPath.of("/v1/payment-batches/{}/results", id);
        var whole = new ApiFile(file, "application/octet-stream", Optional.empty());
        return api.upload(caller, path, whole, key, BankAnswer.class);
    }

    Answer<Listed<Receipt>> receipts(ApiCaller caller, Optional<String> after) {
        return api.list(
                caller, ApiPath.of("/v1/finance/receipts").with("after", after), Receipt.class);
    }

    Answer<Receipt> record(ApiCaller caller, NewReceipt receipt, String key) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/finance/receipts"))
                        .with("districtCode", receipt.districtCode())
                        .with("from", receipt.from())
                        .with("fen", receipt.fen())
                        .with("receivedOn", receipt.receivedOn())
                        .with("reference", receipt.reference())
                        .once(key);
        return api.send(caller, request, Receipt.class);
    }

    Answer<Reconciliation> reconciliation(ApiCaller caller, Where where) {
        var path =
                ApiPath.of("/v1/finance/reconciliation")
                        .with("date", where.date().toString())
                        .with("districtCode", where.districtCode());
        return api.get(caller, path, Reconciliation.class);
    }

    /// @param act `take`, `explain` or `close`
    Answer<Reconciliation.Handled> handle(
            ApiCaller caller, String differenceId, String act, Where where, String explanation) {
        var path = ApiPath.of("/v1/finance/differences/{}/{}", differenceId, act);
        var request =
                ApiRequest.post(path)
                        .with("date", where.date())
                        .with("districtCode", where.districtCode())
                        .with("explanation", explanation);
        return api.send(caller, request, Reconciliation.Handled.class);
    }

    Answer<Funds> funds(ApiCaller caller, int year) {
        var path = ApiPath.of("/v1/finance/funds").with("year", Integer.toString(year));
        return api.get(caller, path, Funds.class);
    }

    Answer<Boolean> changeBudget(ApiCaller caller, Map<String, Object> change, String key) {
        var request = ApiRequest.post(ApiPath.of("/v1/finance/budgets")).body(change).once(key);
        return api.tell(caller, request);
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
