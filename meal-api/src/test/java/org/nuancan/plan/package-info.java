/// Standing plans under test.
@NullMarked
package org.nuancan.plan;

import org.jspecify.annotations.NullMarked;
