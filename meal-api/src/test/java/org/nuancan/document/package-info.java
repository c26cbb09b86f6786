/// Tests of printed documents.
@NullMarked
package org.nuancan.document;

import org.jspecify.annotations.NullMarked;
