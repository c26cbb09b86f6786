/// Tests of paper.
@NullMarked
package org.nuancan.document;

import org.jspecify.annotations.NullMarked;
