/// Who gets in and who does not, tested over HTTP.
@NullMarked
package org.nuancan.access;

import org.jspecify.annotations.NullMarked;
