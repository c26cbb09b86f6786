@NullMarked
package org.nuancan.ledger;

import org.jspecify.annotations.NullMarked;
