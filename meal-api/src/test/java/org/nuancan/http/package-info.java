/// Tests of what all HTTP operations share; all tests use [org.nuancan.http.ServerUnderTest].
@NullMarked
package org.nuancan.http;

import org.jspecify.annotations.NullMarked;
