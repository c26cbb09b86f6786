/// Rules that turn a sale, a refund, a hand-over or a failure into postings that sum to zero.
@CheckReturnValue
@NullMarked
package org.nuancan.ledger.posting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
