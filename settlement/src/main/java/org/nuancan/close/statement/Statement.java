package org.nuancan.close.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.money.Fen;

/// The statement of one provider's day.
///
/// @param id assigned by the close, not hashed
/// @param districtCode the provider's district, which pays it
/// @param content the part that never changes
/// @param contentHash hash over the lines and `content`, hex
/// @param state step of its processing
/// @param carried the provider's open negative sum at the close, 0 or less
/// @param held amount that a payment leaves out
/// @param version counts the steps since the close, from 1
/// @param since when it came to its state
public record Statement(
        long id,
        String districtCode,
        Content content,
        String contentHash,
        StatementState state,
        Fen carried,
        Fen held,
        int version,
        Instant since) {

    /// The fields that are hashed besides the lines.
    ///
    /// @param funds by payer
    /// @param previousHash hash of the provider's preceding statement
    public record Content(
            long providerId,
            BusinessDay date,
            Counts counts,
            Sums sums,
            List<Fund> funds,
            Optional<String> previousHash) {}
}
