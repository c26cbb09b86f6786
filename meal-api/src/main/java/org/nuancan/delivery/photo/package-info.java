/// Photos as proof: kept in a folder or a bucket.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.photo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
