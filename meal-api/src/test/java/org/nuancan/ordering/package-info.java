@NullMarked
package org.nuancan.ordering;

import org.jspecify.annotations.NullMarked;
