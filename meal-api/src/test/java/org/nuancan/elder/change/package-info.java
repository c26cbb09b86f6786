@NullMarked
package org.nuancan.elder.change;

import org.jspecify.annotations.NullMarked;
