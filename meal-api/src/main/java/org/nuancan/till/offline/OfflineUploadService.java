package org.nuancan.till.offline;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.till.TillSite;

/// Processes an upload exactly once.
@Singleton
final class OfflineUploadService {

    private static final int TRIES = 3;

    private final IdempotencyKeys keys;
    private final ReadReceipts reading;
    private final OfflineUploads uploads;
    private final OrderWriter writer;

    OfflineUploadService(
            IdempotencyKeys keys,
            ReadReceipts reading,
            OfflineUploads uploads,
            OrderWriter writer) {
        this.keys = keys;
        this.reading = reading;
        this.uploads = uploads;
        this.writer = writer;
    }

    HttpResponse<OfflineResults> upload(IdempotencyKey key, TillSite till, OfflineUpload upload) {
        var receipts = reading.read(upload);
        writer.prepare();
        for (var attempt = 1; ; attempt++) {
            try {
                return keys.once(
                        key,
                        upload,
                        connection ->
                                Answer.ok(
                                        new OfflineResults(
                                                uploads.book(connection, till, receipts))));
            } catch (DatabaseFailure failure) {
                // A parallel request uploaded the same receipts under another key: try again.
                if (failure.kind() != DatabaseFailure.Kind.DUPLICATE || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }
}
