/// Advices: a bank's reports about single payments. Also the parts from which the readers of files
/// build them.
@CheckReturnValue
@NullMarked
package org.nuancan.bank.advice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
