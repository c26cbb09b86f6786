/// Payment batches over HTTP: proposal, approval, the bank's file, the bank's answer.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
