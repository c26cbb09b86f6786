/// The demo district: Chaoyang as it might be, made from a seed and nothing else.
///
/// Nobody in it lives: names are drawn from lists, ID numbers carry an address code that GB/T 2260
/// has never given to a place, telephone numbers begin with a digit that none begins with.
///
/// - Writes no table, reads no file, asks no clock.
/// - Uses `policy` (its words: categories, divisions, site types).
@CheckReturnValue
@NullMarked
package org.nuancan.demo.district;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
