@NullMarked
package org.nuancan.webhook.client;

import org.jspecify.annotations.NullMarked;
