/// The rider's own run over HTTP: leaving, hand-over, failure, positions, photos.
@CheckReturnValue
@NullMarked
package org.nuancan.delivery.ride;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
