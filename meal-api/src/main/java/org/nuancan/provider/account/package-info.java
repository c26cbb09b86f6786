/// Changes of a provider's bank account, which a second person confirms.
@CheckReturnValue
@NullMarked
package org.nuancan.provider.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
