/// Who presents a credential at a till, and what the person may eat.
@CheckReturnValue
@NullMarked
package org.nuancan.till.verification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
