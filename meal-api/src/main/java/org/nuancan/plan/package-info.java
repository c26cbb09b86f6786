/// Standing plans: meals ordered automatically on the same days of the week, with pauses.
///
/// - Writes `meal_plan`, `meal_plan_item`, `meal_plan_pause`, `meal_plan_day`; orders are placed
///   and taken back through `ordering`.
/// - Uses `seal`, `db`, `day`, `policy` (slots and the state calendar), `http`, `access`, `elder`,
///   `provider`, `ordering`.
@CheckReturnValue
@NullMarked
package org.nuancan.plan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
