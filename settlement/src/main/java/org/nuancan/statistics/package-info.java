/// Statistics of meals: cells by up to three dimensions with distinct elders, meals and amounts;
/// the lines of the yearly report; the coverage that districts state.
///
/// - Writes `statistics_coverage`.
/// - Uses `money`, `ledger` (tenders, shares of grants), `policy` and `db`.
/// - All but the coverage is a pure function of the meals that it is given.
@CheckReturnValue
@NullMarked
package org.nuancan.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
