@NullMarked
package org.nuancan.finance.policy;

import org.jspecify.annotations.NullMarked;
