/// Failed sign-ins: counts them by name and address, and slows what looks like guessing.
@CheckReturnValue
@NullMarked
package org.nuancan.access.attempt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
