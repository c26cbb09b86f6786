/// Encrypted values in the database: the only package for AES-GCM, the keys for it, and the check
/// that every value can be opened.
///
/// - Writes no table; reads the columns that other packages name by [SealedColumns].
/// - Uses `db`.
/// - A sealed value can be opened only for the purpose and the record that it was sealed for.
@CheckReturnValue
@NullMarked
package org.nuancan.seal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
