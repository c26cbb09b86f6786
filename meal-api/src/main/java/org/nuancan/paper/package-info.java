/// What is printed: Chinese type, labels on sheets and rolls, tables on A4, QR codes.
///
/// - Writes no table.
/// - Uses no other package of this project: it knows paper, not meals.
@CheckReturnValue
@NullMarked
package org.nuancan.paper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
