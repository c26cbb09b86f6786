/// Callers and their rights: users, terminals, roles, scopes, tokens.
///
/// - Writes `account`, `account_maker`, `terminal`, `signing_key`, `token_family`, `refresh_token`,
///   `revocation`, `sign_in_address`; reads `site`, `provider` and `division` to know what an
///   account belongs to.
/// - Uses `seal`, `redis`, `db`, `day`, `audit`, `http`.
@CheckReturnValue
@NullMarked
package org.nuancan.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
