@NullMarked
package org.nuancan.operations;

import org.jspecify.annotations.NullMarked;
