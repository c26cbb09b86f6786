/// An advice: what a bank says about one payment, and how files are read into it.
@CheckReturnValue
@NullMarked
package org.nuancan.bank.advice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
