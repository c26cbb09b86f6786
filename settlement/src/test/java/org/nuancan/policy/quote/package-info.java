@NullMarked
package org.nuancan.policy.quote;

import org.jspecify.annotations.NullMarked;
