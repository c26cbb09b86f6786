/// Others' software is told what happens: addresses, signed deliveries, their log.
///
/// - Writes `webhook`, `webhook_delivery`, `webhook_try`.
/// - Uses `seal`, `event`, `access`, `http`, `db` and `day`.
/// - What is delivered never goes to an address of the inside, whatever a name resolves to.
@CheckReturnValue
@NullMarked
package org.nuancan.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
