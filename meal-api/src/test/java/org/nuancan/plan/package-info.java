/// Tests of standing plans.
@NullMarked
package org.nuancan.plan;

import org.jspecify.annotations.NullMarked;
