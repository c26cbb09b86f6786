package org.nuancan.elder.vault;

import java.util.List;
import org.nuancan.seal.SealedColumn;

/// What is sealed of elders, each field with what names its record.
public final class SealedFields {

    public static final SealedColumn ID_NUMBER =
            SealedColumn.of("elder-id-number", "elder", "sealed_id_number", "elder_id");
    static final SealedColumn PERSON =
            SealedColumn.of("elder-person", "elder", "sealed_person", "elder_id");
    public static final SealedColumn EVIDENCE =
            SealedColumn.of(
                    "elder-evidence",
                    "elder_category",
                    "sealed_evidence",
                    "elder_id",
                    "category_id");

    /// A stay is named by its elder and its first day.
    public static final SealedColumn PLACE =
            SealedColumn.of("elder-place", "elder_stay", "sealed_place", "elder_id", "valid_from");

    public static final SealedColumn STATUS_REASON =
            SealedColumn.of(
                    "elder-status-reason", "elder_status", "sealed_reason", "elder_id", "number");
    public static final SealedColumn CARD_REASON =
            SealedColumn.of("card-reason", "card_state", "sealed_reason", "card_id", "number");
    public static final SealedColumn FILE =
            SealedColumn.of("elder-import", "elder_import_part", "sealed", "import_id", "part");

    static final List<SealedColumn> ALL =
            List.of(ID_NUMBER, PERSON, EVIDENCE, PLACE, STATUS_REASON, CARD_REASON, FILE);

    private SealedFields() {}
}
