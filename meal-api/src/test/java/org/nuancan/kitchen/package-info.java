/// Tests of kitchen.
@NullMarked
package org.nuancan.kitchen;

import org.jspecify.annotations.NullMarked;
