/// What is printed: type that shows Chinese, sheets with tables and page numbers, labels on sheets
/// and rolls, QR codes. It knows paper, not meals.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
