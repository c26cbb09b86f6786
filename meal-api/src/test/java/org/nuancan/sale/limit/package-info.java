@NullMarked
package org.nuancan.sale.limit;

import org.jspecify.annotations.NullMarked;
