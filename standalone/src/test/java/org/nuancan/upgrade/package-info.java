/// Databases of earlier versions, brought to this build's schema.
@NullMarked
package org.nuancan.upgrade;

import org.jspecify.annotations.NullMarked;
