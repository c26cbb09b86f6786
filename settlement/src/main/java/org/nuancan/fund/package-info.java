/// What payers set aside for a year, and how much of it is granted, claimed and paid.
///
/// - Writes `fund_budget`, `fund_year` and `fund_warning`; reads `statement`, `statement_fund`,
///   `posting`, `business_day`, `parked_day` and `money_receipt`.
/// - Uses `money` and `db`. Budgets, years and warnings go through repositories; the sums of other
///   packages' tables are queries of `FundFigureRepository`.
@CheckReturnValue
@NullMarked
package org.nuancan.fund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
