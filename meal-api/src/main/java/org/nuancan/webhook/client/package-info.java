/// Calls of webhooks: addresses that may be called, signatures, time limits.
@CheckReturnValue
@NullMarked
package org.nuancan.webhook.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
