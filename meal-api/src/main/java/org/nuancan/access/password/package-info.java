/// Rules and hashes of passwords; hashing runs on threads of its own.
@CheckReturnValue
@NullMarked
package org.nuancan.access.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
