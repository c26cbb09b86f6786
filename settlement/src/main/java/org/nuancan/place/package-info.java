/// Places of providers and sites that the meal API has on file: settlement's only reads of its
/// tables.
///
/// - Writes no table; reads `provider.district_code` and `site.division`.
/// - Uses `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.place;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
