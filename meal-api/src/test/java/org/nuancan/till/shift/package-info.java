@NullMarked
package org.nuancan.till.shift;

import org.jspecify.annotations.NullMarked;
