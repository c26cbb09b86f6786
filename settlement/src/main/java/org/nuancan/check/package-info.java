/// The platform's checks: find suspicious meals and explain them to officers in plain words; a
/// certain finding puts its line on hold.
///
/// - Writes `meal_fact`, `death_fact`, `stay_fact`, `card_fact`, `batch_fact`, `card_run`,
///   `check_again`, `check_parameter`, `anomaly`; reads `statement` and `journal`.
/// - Uses `review`, `close`, `audit`, `policy`, `money`, `day` and `db`.
/// - Each check is a class of its own with its parameters in the database; [Facts] writes the facts
///   that the checks read.
@CheckReturnValue
@NullMarked
package org.nuancan.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
