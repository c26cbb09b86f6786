@NullMarked
package org.nuancan.kitchen.step;

import org.jspecify.annotations.NullMarked;
