/// Subsidy policies: what they say, and what they grant on a meal.
///
/// The engine is a pure function: facts in, a [org.nuancan.policy.Quote] out, every reason told.
/// The rules stand in the design page on subsidy policies; names here are that page's names.
///
/// - Writes `policy_version` and `policy_change`; reads `calendar_day`.
/// - Uses `money`, `day`, `audit` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
