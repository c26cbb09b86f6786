/// The till as a good tutorial of Micronaut writes it: one `@Transactional` method a request,
/// Micronaut Data repositories, the same tables, contract and policies as the real till. It is the
/// baseline for the real till.
///
/// - Writes `meal_order`, `order_item`, `order_tender`, `tender_reference`, `order_grant`,
///   `textbook_limit_use`, `journal`, `posting`, `idempotency_key`, `business_day` of a database
///   that is given.
/// - Uses `policy`, `ledger`, `money`, `day` and `db`.
@CheckReturnValue
@NullMarked
package org.nuancan.bench.textbook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
