package org.nuancan.till;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.http.Answer;
import org.nuancan.http.IdempotencyKey;
import org.nuancan.http.IdempotencyKeys;
import org.nuancan.order.OrderWriter;
import org.nuancan.order.SaleOutcome;

/// Takes an upload in, once.
@Singleton
final class OfflineDesk {

    private static final int TRIES = 3;

    private final IdempotencyKeys keys;
    private final ReadReceipts reading;
    private final OfflineUploads uploads;
    private final OrderWriter writer;
    private final SoldFeed feed;

    OfflineDesk(
            IdempotencyKeys keys,
            ReadReceipts reading,
            OfflineUploads uploads,
            OrderWriter writer,
            SoldFeed feed) {
        this.keys = keys;
        this.reading = reading;
        this.uploads = uploads;
        this.writer = writer;
        this.feed = feed;
    }

    HttpResponse<OfflineResults> upload(IdempotencyKey key, TillSite till, OfflineUpload upload) {
        var receipts = reading.read(upload);
        writer.prepare();
        for (var attempt = 1; ; attempt++) {
            var sold = new ArrayList<SaleOutcome.Sold>();
            try {
                var response =
                        keys.<OfflineResults>once(
                                key,
                                upload,
                                connection -> {
                                    sold.clear();
                                    var done = uploads.book(connection, till, receipts);
                                    sold.addAll(done.sold());
                                    return Answer.ok(new OfflineResults(done.results()));
                                });
                sold.forEach(feed::sold);
                return response;
            } catch (DatabaseFailure failure) {
                // The same receipts came in beside this under another key: look again.
                if (failure.kind() != DatabaseFailure.Kind.DUPLICATE || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }
}
