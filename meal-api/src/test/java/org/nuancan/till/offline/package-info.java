@NullMarked
package org.nuancan.till.offline;

import org.jspecify.annotations.NullMarked;
