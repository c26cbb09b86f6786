package org.nuancan.till.offline;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.LongWork;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.till.TillSites;
import org.nuancan.till.pack.OfflinePack;
import org.nuancan.till.pack.OfflinePacks;

/// Offline selling: packs for tills to download, and receipts that they upload.
@LongWork
@Controller("/v1/pos")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class OfflineController {

    private final TillSites sites;
    private final OfflinePacks packs;
    private final OfflineUploadService desk;

    OfflineController(TillSites sites, OfflinePacks packs, OfflineUploadService desk) {
        this.sites = sites;
        this.packs = packs;
        this.desk = desk;
    }

    /// The data that a till needs to sell offline. Send `If-None-Match`; the answer is 304 if the
    /// pack has not changed.
    @Get("/offline-pack")
    HttpResponse<OfflinePack> pack(
            @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known, Caller caller) {
        var made = packs.of(sites.of(caller));
        var response =
                made.etag().equals(known)
                        ? HttpResponse.<OfflinePack>notModified()
                        : HttpResponse.ok(made.pack());
        return response.header(HttpHeaders.ETAG, made.etag());
    }

    /// Books the sales that a till made offline, in the order in which they happened. Each receipt
    /// is accepted or rejected by itself.
    @Post("/offline-uploads")
    @ApiResponse(
            responseCode = "200",
            description = "What became of each receipt.",
            useReturnTypeSchema = true)
    HttpResponse<OfflineResults> upload(
            IdempotencyKey key, @Body @Valid OfflineUpload upload, Caller caller) {
        return desk.upload(key, sites.of(caller), upload);
    }
}
