/// The audit log: records acts with account and subject, in chains that show when a record was
/// changed or deleted.
///
/// - Writes `audit_entry`, `audit_content`, `audit_pending`, `audit_link`, `audit_head` and
///   `audit_anchor`.
/// - Uses `retention`, `day` and `db`.
/// - Nothing here holds names, ID numbers or card numbers: subjects are ids, values are masked.
@CheckReturnValue
@NullMarked
package org.nuancan.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
