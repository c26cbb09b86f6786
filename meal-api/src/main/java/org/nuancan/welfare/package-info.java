/// Alerts for streets about elders who may need help.
///
/// - Writes `welfare_alert`, `welfare_round`.
/// - Uses `seal`, `elder` (residences and stays), `sale` (days with a meal), `ordering` and `plan`
///   (known reasons for not eating), `event`, `access`, `http`, `policy`, `day`, `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.welfare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
