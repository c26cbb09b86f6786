package org.nuancan.till.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.nuancan.http.text.TreeReader;

/// The sales that a till made offline; each receipt is accepted or rejected by itself.
///
/// @param receipts as they were signed, at most 500
@Introspected
record OfflineUpload(
        @ArraySchema(schema = @Schema(implementation = OfflineReceipt.class))
                @NotNull
                @Size(max = 500)
                @JsonDeserialize(contentUsing = TreeReader.OfRecords.class)
                List<@NotNull JsonNode> receipts) {}
