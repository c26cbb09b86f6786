/// The book of policies: versions, release by a second person, end.
@CheckReturnValue
@NullMarked
package org.nuancan.policy.book;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
