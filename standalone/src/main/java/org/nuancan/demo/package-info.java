/// The demo: its district in the database, and one lunch played against the running service.
///
/// - Writes no table itself; it calls the services of other packages.
/// - Uses `demo.district`, `demo.lunch`, `access`, `elder`, `provider`.
@CheckReturnValue
@NullMarked
package org.nuancan.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
