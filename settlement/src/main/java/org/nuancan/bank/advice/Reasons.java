package org.nuancan.bank.advice;

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

    /// `AB01` and `AB03` the clearing or settlement was aborted by a time-out, `AB05` the payee's
    /// bank did not answer in time, `AB06` another bank on the way did not; and the words for it in
    /// free text.
    private static final Pattern TIME_OUT =
            Pattern.compile(
                    "(?<![A-Za-z0-9])AB0[1356](?![A-Za-z0-9])"
                            + "|(?<![A-Za-z])(?:time[ -]?out|timed out)(?![A-Za-z])|超时",
                    Pattern.CASE_INSENSITIVE);

    private Reasons() {}

    /// Whether a payment that was rejected for this reason may still have been paid: it was a
    /// duplicate and the state of the first one is not reported, or a bank that did not answer in
    /// time may have paid.
    public static boolean leaveOpen(String reason) {
        return DUPLICATE.matcher(reason).find() || TIME_OUT.matcher(reason).find();
    }
}
