/// Answers what other capabilities ask about an elder: who presents a credential, and the facts
/// that policies need on a day.
@CheckReturnValue
@NullMarked
package org.nuancan.elder.lookup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
