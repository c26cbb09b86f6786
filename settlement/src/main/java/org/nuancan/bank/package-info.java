/// What banks send back: status reports (`pain.002`), notifications and statements (`camt.054`,
/// `camt.053`) and CSV, read into advices of one form.
///
/// - Writes no table.
/// - Uses `money` and `text`.
/// - Nothing here knows which payments exist, or decides what an advice does to one.
@CheckReturnValue
@NullMarked
package org.nuancan.bank;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
