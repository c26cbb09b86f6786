/// Sheets to be printed: type that shows Chinese, tables, page numbers, QR codes.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.document;

import com.google.errorprone.annotations.CheckReturnValue;

import org.jspecify.annotations.NullMarked;
