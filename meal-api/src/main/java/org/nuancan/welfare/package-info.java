/// Alerts for streets about elders who may need help.
///
/// - Writes `welfare_alert`, `welfare_round`.
/// - Uses `seal`, `elder` (who is where), `order` (who has eaten), `preorder` and `plan` (who said
///   so before), `event`, `access`, `http`, `policy`, `day`, `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.welfare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
