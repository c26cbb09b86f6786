/// The daily close over HTTP, and its results: closed days, parked providers, and the event, metric
/// and health detail about them.
///
/// - Writes no table; marks through `close` which parked providers were announced.
/// - Uses `close`, `ledger`, `day`, `db`, `event`, `finance` (areas of callers), `access` and
///   `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.close;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
