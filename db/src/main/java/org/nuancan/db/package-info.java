/// Access to the database: migrations, transactions, shared settings of all Micronaut Data
/// repositories, ids, and hand-written SQL for hot paths. How to add a table: docs/persistence.md.
///
/// - Writes `node_start`, `database_probe` and, through Flyway, the reference data.
/// - Uses no other package of this project.
@CheckReturnValue
@NullMarked
package org.nuancan.db;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
