/// Reviews statements at four levels, and decides about single lines: they are withheld, found
/// genuine, or recovered.
///
/// - Writes `statement_step`, `statement_person`, `street_review`, `statement_dispute` and
///   `line_decision`; changes `statement` through `close` and books through `ledger`.
/// - Uses `close`, `ledger`, `place` (streets of sites), `audit`, `policy`, `money`, `day` and
///   `db`.
/// - No person acts at two levels of one statement; a key in the database ensures it.
@CheckReturnValue
@NullMarked
package org.nuancan.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
