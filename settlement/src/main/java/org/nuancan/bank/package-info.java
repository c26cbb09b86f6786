/// Reads banks' answers: status reports (`pain.002`), notifications and statements (`camt.054`,
/// `camt.053`) and CSV, into advices of one form.
///
/// - Writes no table.
/// - Uses `money` and `text`.
/// - This package does not know which payments exist, and does not decide the effect of an advice.
@CheckReturnValue
@NullMarked
package org.nuancan.bank;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
