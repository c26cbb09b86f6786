/// Tests of webhook.
@NullMarked
package org.nuancan.webhook;

import org.jspecify.annotations.NullMarked;
