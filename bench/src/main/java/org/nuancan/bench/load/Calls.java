package org.nuancan.bench.load;

/// The source of a load's requests; called by one thread.
@FunctionalInterface
public interface Calls {

    /// The next request.
    Call next();
}
