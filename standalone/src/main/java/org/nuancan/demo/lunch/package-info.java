/// One lunch played against a running service: tills, refusals, an outage, refunds, the close.
///
/// It speaks only HTTP and keeps its own count of everything, from what it put on the counter and
/// what it was answered; in the end the service's books have to agree with it.
///
/// - Writes no table.
/// - Uses `demo.district` (who eats), `policy` (its words). Nothing of the service behind the door.
@CheckReturnValue
@NullMarked
package org.nuancan.demo.lunch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
