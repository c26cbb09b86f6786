/// Events for other parties: written with the business operation, sent to pages and to webhooks.
///
/// - Writes `event_outbox`, `event_due`, `event_turn`.
/// - Uses `db`, `day`, `http`, `access`.
/// - An event contains ids only, no personal names.
@CheckReturnValue
@NullMarked
package org.nuancan.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
