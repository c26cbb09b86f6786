/// Tests of live.
@NullMarked
package org.nuancan.live;

import org.jspecify.annotations.NullMarked;
