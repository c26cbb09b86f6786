@NullMarked
package org.nuancan.ordering.loss;

import org.jspecify.annotations.NullMarked;
