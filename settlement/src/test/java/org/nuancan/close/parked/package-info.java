@NullMarked
package org.nuancan.close.parked;

import org.jspecify.annotations.NullMarked;
