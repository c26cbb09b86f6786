/// The walls of the house, held by tests: who may use whom, what things are called, what money is
/// made of, which clock is asked.
@CheckReturnValue
@NullMarked
package org.nuancan.house;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
