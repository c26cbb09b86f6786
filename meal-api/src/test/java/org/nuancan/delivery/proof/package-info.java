@NullMarked
package org.nuancan.delivery.proof;

import org.jspecify.annotations.NullMarked;
