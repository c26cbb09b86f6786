/// Tests of sign-in, roles and scopes over HTTP.
@NullMarked
package org.nuancan.access;

import org.jspecify.annotations.NullMarked;
