/// Client of meal-api: calls and the records that they return.
///
/// - Writes no table.
/// - Uses no other package of this project: it uses HTTP.
/// - Every call ends in an [Answer]; nothing that the service or the network does is an exception
///   here.
@CheckReturnValue
@NullMarked
package org.nuancan.console.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
