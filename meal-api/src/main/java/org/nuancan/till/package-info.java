/// The till: verification, quotes, checkouts, refunds, selling while cut off, shift reports.
///
/// - Writes `offline_receipt`, `shift_report`, `shift_report_tender`; orders are written by `sale`;
///   reads `site`, and `meal_order`, `order_tender`, `order_refund` and `order_refund_tender` for
///   the counts of a shift.
/// - Uses `seal`, `db`, `money`, `day`, `policy`, `ledger`, `check`, `reconcile`, `http`, `access`,
///   `elder`, `provider`, `sale`, `ordering`.
@CheckReturnValue
@NullMarked
package org.nuancan.till;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
