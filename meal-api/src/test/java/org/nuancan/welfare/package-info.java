/// Tests of welfare.
@NullMarked
package org.nuancan.welfare;

import org.jspecify.annotations.NullMarked;
