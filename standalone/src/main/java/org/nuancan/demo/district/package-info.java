/// The demo district: a fictitious Chaoyang, generated from a seed only.
///
/// All people are fictitious: names are drawn from lists, ID numbers have an address code that GB/T
/// 2260 has never assigned, telephone numbers begin with a digit that no real number begins with.
///
/// - Writes no table, reads no file, uses no clock.
/// - Uses `policy` (for categories, divisions and site types).
@CheckReturnValue
@NullMarked
package org.nuancan.demo.district;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
