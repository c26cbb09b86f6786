/// Accounts on file: their states, scopes and confirmations.
@CheckReturnValue
@NullMarked
package org.nuancan.access.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
