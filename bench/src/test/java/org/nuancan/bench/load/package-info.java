@NullMarked
package org.nuancan.bench.load;

import org.jspecify.annotations.NullMarked;
