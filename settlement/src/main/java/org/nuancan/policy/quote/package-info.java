/// The subsidy engine: a pure function from facts to grants, with the reason of every refusal.
@CheckReturnValue
@NullMarked
package org.nuancan.policy.quote;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
