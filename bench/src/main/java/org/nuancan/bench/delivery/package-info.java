/// A kitchen with riders and elders of its own in a service that runs, made over HTTP alone.
///
/// - Uses no other package: it knows the service by its contract.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
