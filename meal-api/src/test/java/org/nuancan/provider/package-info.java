/// Tests of providers, sites and prices.
@NullMarked
package org.nuancan.provider;

import org.jspecify.annotations.NullMarked;
