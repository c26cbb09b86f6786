/// Tests of elders, cards and codes.
@NullMarked
package org.nuancan.elder;

import org.jspecify.annotations.NullMarked;
