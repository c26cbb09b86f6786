/// Tests of auditlog.
@NullMarked
package org.nuancan.auditlog;

import org.jspecify.annotations.NullMarked;
