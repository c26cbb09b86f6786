@NullMarked
package org.nuancan.review;

import org.jspecify.annotations.NullMarked;
