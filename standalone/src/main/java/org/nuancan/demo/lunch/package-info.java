/// One lunch played against a running service: tills, refusals, an outage, refunds, the close.
///
/// It uses only HTTP and keeps its own count of everything, from its requests and the answers to
/// them; at the end the service's books have to agree with it.
///
/// - Writes no table.
/// - Uses `demo.district` (for the guests) and `policy` (for its types). It uses no code of the
///   service behind the HTTP API.
@CheckReturnValue
@NullMarked
package org.nuancan.demo.lunch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
