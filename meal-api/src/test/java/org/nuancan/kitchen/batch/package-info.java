@NullMarked
package org.nuancan.kitchen.batch;

import org.jspecify.annotations.NullMarked;
