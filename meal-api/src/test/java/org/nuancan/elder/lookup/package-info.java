@NullMarked
package org.nuancan.elder.lookup;

import org.jspecify.annotations.NullMarked;
