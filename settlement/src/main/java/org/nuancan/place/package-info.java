/// Districts of providers and streets of sites, from tables that the meal API writes. No other
/// package of settlement reads tables of the meal API.
///
/// - Writes no table; reads `provider.district_code` and `site.division`.
/// - Uses `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.place;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
