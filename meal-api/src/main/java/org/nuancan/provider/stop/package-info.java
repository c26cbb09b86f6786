/// Times in which a provider sells without subsidy: suspensions and ends.
@CheckReturnValue
@NullMarked
package org.nuancan.provider.stop;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
