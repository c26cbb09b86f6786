/// Webhooks: addresses of other software, signed deliveries of events, and their log.
///
/// - Writes `webhook`, `webhook_delivery`, `webhook_try`.
/// - Uses `seal`, `event`, `access`, `http`, `db` and `day`.
/// - A delivery is never sent to an internal address, whatever its host name resolves to.
@CheckReturnValue
@NullMarked
package org.nuancan.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
