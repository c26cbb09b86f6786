/// Tests of paper.
@NullMarked
package org.nuancan.paper;

import org.jspecify.annotations.NullMarked;
