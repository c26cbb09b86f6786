/// Printing: fonts for Chinese, sheets with tables and page numbers, labels on sheets and rolls, QR
/// codes. The package has no knowledge of meals.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
