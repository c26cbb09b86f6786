/// The audit log: who did what to whom, in chains that show when a record was changed or taken
/// away.
///
/// - Writes `audit_entry`, `audit_pending`, `audit_link`, `audit_head` and `audit_anchor`.
/// - Uses `retention`, `day` and `db`.
/// - Nothing here holds names, ID numbers or card numbers: subjects are ids.
@CheckReturnValue
@NullMarked
package org.nuancan.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
