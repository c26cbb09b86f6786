package org.nuancan.till;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How a node works off its checkouts, under `nuancan.checkout`.
///
/// @param lanes how many groups of this node are worked off at once at most: while one is being
///   written to the disk another is being computed
/// @param group how many are in one group at most; a lane beside one that works opens when an
///   eighth as many wait, since two small groups cost more than one
/// @param queue how many wait at most; one more is refused at once
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
