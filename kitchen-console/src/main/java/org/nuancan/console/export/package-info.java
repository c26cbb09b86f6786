/// Tables of pages as files for spreadsheets.
///
/// A file is made from the page that is shown: one mechanism for every table, with the same
/// columns, words and filters.
///
/// - Writes no table.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.console.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
