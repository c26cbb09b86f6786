/// What happened and concerns others: written with the work, told to pages and to others' software.
///
/// - Writes `event_outbox`, `event_due`, `event_turn`.
/// - Uses `db`, `day`, `http`, `access`.
/// - Nothing in an event names a person: ids only.
@CheckReturnValue
@NullMarked
package org.nuancan.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
