/// What every door has in common, tested over HTTP; [org.nuancan.http.ServerUnderTest] is for all.
@NullMarked
package org.nuancan.http;

import org.jspecify.annotations.NullMarked;
