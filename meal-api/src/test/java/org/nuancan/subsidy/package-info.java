/// Tests of subsidy.
@NullMarked
package org.nuancan.subsidy;

import org.jspecify.annotations.NullMarked;
