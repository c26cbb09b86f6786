/// Everything in one process with its own engines: the program that `./nuancan up` starts.
///
/// - Writes no table.
/// - Uses [org.nuancan.db], its engines, the demo district, and starts meal-api and the console.
@CheckReturnValue
@NullMarked
package org.nuancan.standalone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
