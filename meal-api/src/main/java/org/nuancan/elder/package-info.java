/// Elders: identity, dated facts that policies use, cards and one-time codes.
///
/// - Writes `elder`, `elder_standing`, `elder_category`, `elder_stay`, `elder_status`,
///   `elder_change`, `card`, `card_state`, `elder_code`, `elder_code_kept`, `elder_import`,
///   `elder_import_part`, `elder_import_fault`.
/// - Uses `seal`, `db`, `day`, `policy`, `audit`, `diet`, `check` (is notified of deaths, stays and
///   cards), `access`, `http`.
/// - An ID number, a name, a phone number or an address leaves this package masked or not at all.
@CheckReturnValue
@NullMarked
package org.nuancan.elder;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
