/// The daily close over HTTP, and what is seen of it: closed days, parked providers, the event, the
/// metric and the health detail that tell of them.
///
/// - Writes no table; marks through `close` which parked providers were told.
/// - Uses `close`, `ledger`, `day`, `db`, `event`, `finance` (whose district a caller sees),
///   `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.close;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
