/// Statistics over HTTP: cells by up to three dimensions, the yearly report, and the coverage that
/// districts state.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
