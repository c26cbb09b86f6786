/// Who calls, and what they may do: users, terminals, roles, scopes, tokens.
///
/// - Writes `app_user`, `terminal`, `signing_key`, `refresh_token`.
/// - Uses `db`, `day`, `http`, `policy` (divisions).
@CheckReturnValue
@NullMarked
package org.nuancan.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
