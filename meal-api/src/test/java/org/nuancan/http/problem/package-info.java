@NullMarked
package org.nuancan.http.problem;

import org.jspecify.annotations.NullMarked;
