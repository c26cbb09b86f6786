@NullMarked
package org.nuancan.ledger.reading;

import org.jspecify.annotations.NullMarked;
