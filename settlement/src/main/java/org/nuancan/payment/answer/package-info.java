/// The bank's answers: matched with payments and booked.
@CheckReturnValue
@NullMarked
package org.nuancan.payment.answer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
