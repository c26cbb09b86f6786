/// A kitchen with its own riders and elders in a running service, created over HTTP only.
///
/// - Uses no other package: it knows the service by its contract.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
