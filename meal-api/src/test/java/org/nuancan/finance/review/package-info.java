@NullMarked
package org.nuancan.finance.review;

import org.jspecify.annotations.NullMarked;
