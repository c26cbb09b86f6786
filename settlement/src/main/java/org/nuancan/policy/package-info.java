/// Subsidy policies, and the computation of their grants on a meal.
///
/// The engine is a pure function: it takes facts and returns a [org.nuancan.policy.quote.Quote]
/// with every reason. The design page on subsidy policies has the rules; the names here are the
/// names of that page.
///
/// - Writes `policy_version` and `policy_change`; reads `calendar_day`.
/// - Uses `money`, `day`, `audit` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
