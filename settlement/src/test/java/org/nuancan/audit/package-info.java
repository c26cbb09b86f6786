@NullMarked
package org.nuancan.audit;

import org.jspecify.annotations.NullMarked;
