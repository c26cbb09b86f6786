@NullMarked
package org.nuancan.payment.answer;

import org.jspecify.annotations.NullMarked;
