/// Failed sign-ins: counts them by name and address, and delays attempts that look like guessing.
@CheckReturnValue
@NullMarked
package org.nuancan.access.attempt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
