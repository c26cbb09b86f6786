/// Tests of event.
@NullMarked
package org.nuancan.event;

import org.jspecify.annotations.NullMarked;
