@NullMarked
package org.nuancan.review.step;

import org.jspecify.annotations.NullMarked;
