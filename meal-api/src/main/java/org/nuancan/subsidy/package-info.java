/// Subsidy policies over HTTP: written, released by a second person, ended, and tried out.
///
/// - Writes no table; the policies are kept by `policy`.
/// - Uses `access`, `http`, `policy`, `db` and `day`.
@CheckReturnValue
@NullMarked
package org.nuancan.subsidy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
