package org.nuancan.bench.load;

/// Where a load takes its requests from; asked on one thread, one after another.
@FunctionalInterface
public interface Calls {

    /// The next request.
    Call next();
}
