/// Sites: profiles, facts for policies, and lists for callers.
@CheckReturnValue
@NullMarked
package org.nuancan.provider.site;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
