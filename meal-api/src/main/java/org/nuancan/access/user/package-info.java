/// Users over HTTP: lists, new users, changes, and the caller's own account.
@CheckReturnValue
@NullMarked
package org.nuancan.access.user;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
