package org.nuancan.bank;

import java.util.regex.Pattern;

/// The bank's reasons for a rejection (ISO 20022 external code set `ExternalStatusReason1Code`).
public final class Reasons {

    /// `AM05` duplication, `DU01`–`DU05` duplicate message, batch, transaction, end-to-end and
    /// instruction id, `DUPL` duplicate payment; and the words for it in free text.
    private static final Pattern DUPLICATE =
            Pattern.compile(
                    "(?<![A-Za-z0-9])(?:AM05|DU0[1-9]|DUPL)(?![A-Za-z0-9])"
                            + "|(?i:duplicat)|(?i:already (?:processed|paid|received))"
                            + "|重复|已处理过|已支付过",
                    Pattern.CASE_INSENSITIVE);

    private Reasons() {}

    /// Whether a payment was rejected as the second of its kind. What became of the first is then
    /// not known: it may have been paid.
    public static boolean sayDuplicate(String reason) {
        return DUPLICATE.matcher(reason).find();
    }
}
