/// Ordered meals under test: over HTTP, against the real database, and as a state machine.
@NullMarked
package org.nuancan.preorder;

import org.jspecify.annotations.NullMarked;
