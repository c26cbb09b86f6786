package org.nuancan.till.checkout;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Settings for groups of checkouts on a node, under `nuancan.checkout`.
///
/// @param lanes how many groups a node works on at once, at most: one is computed while another is
///   written to the disk
/// @param group how many checkouts are in one group, at most; a further lane opens when an eighth
///   of this number wait, since two small groups cost more than one
/// @param queue how many checkouts wait, at most; a further one is refused at once
/// @param needed a waiting checkout with less time than this before its deadline is refused
/// @param hung a lane whose group takes longer is given up: another one opens in its place, up to
///   twice as many as `lanes`
@ConfigurationProperties("nuancan.checkout")
record CheckoutSettings(
        @Bindable(defaultValue = "2") int lanes,
        @Bindable(defaultValue = "64") int group,
        @Bindable(defaultValue = "4096") int queue,
        @Bindable(defaultValue = "1s") Duration needed,
        @Bindable(defaultValue = "2s") Duration hung) {}
