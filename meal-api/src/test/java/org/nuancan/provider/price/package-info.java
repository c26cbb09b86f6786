@NullMarked
package org.nuancan.provider.price;

import org.jspecify.annotations.NullMarked;
