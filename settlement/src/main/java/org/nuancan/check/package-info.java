/// The platform's checks: what looks wrong with meals, told to officers in plain words; what is
/// certain puts its line on hold.
///
/// - Writes `meal_fact`, `death_fact`, `stay_fact`, `card_fact`, `batch_fact`, `card_run`,
///   `check_again`, `check_parameter`, `anomaly`; reads `statement` and `journal`.
/// - Uses `review`, `close`, `audit`, `policy`, `money`, `day` and `db`.
/// - Each check is a class of its own with its parameters in the database; [Facts] is the door for
///   what they look at.
@CheckReturnValue
@NullMarked
package org.nuancan.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
