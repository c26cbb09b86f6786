/// The database and Redis servers that tests use, and the embedded ones that `./nuancan up` uses.
///
/// - [TestDatabase] and [TestRedis] choose a server: one named by a URL, a container, or an
///   embedded one.
/// - Writes no table; creates the schemas of tests.
/// - Uses no other package of this project. Production never has this module on its class path.
@CheckReturnValue
@NullMarked
package org.nuancan.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
