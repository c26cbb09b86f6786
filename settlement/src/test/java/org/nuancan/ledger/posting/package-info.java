@NullMarked
package org.nuancan.ledger.posting;

import org.jspecify.annotations.NullMarked;
