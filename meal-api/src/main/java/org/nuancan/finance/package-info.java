/// Settlement over HTTP for payers, officers and auditors: a package for each capability of the
/// settlement module. This package has what they share: areas of callers.
///
/// - Writes no table.
/// - Uses `receipt`, `payment`, `bank`, `fund`, `reconcile`, `retention`, `review`, `check`,
///   `close`, `ledger`, `statistics`, `policy`, `seal`, `money`, `day` and `db`; `sale` (limits,
///   which a recovery gives back, and served meals), `elder` (dated facts for statistics), `event`
///   (warnings), `provider` (names, accounts, divisions of sites), `document`, `access` and `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.finance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
