/// The one way to the database: the schema's migrations, transactions, ids, and SQL that stays
/// visible.
///
/// - Writes `node_start`, `database_probe` and, through Flyway, the reference data.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.db;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
