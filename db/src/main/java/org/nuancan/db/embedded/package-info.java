/// Engines of our own for tests and for `./nuancan up`: MariaDB and Redis from their jars, on
/// loopback and behind a password. Production never has their jars on its class path.
///
/// - Writes no table; makes the schemas of tests.
/// - Uses [org.nuancan.db].
@CheckReturnValue
@NullMarked
package org.nuancan.db.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
