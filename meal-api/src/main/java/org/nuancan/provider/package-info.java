/// Providers, their sites and their prices.
///
/// - Writes `provider`, `site`, `price_list`, `price`, `provider_change`,
///   `provider_account_change`, `provider_stop`; reads `division`.
/// - Uses `seal`, `access`, `http`, `policy` (types of sites), `audit`, `db`, `day` and `money`.
@CheckReturnValue
@NullMarked
package org.nuancan.provider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
