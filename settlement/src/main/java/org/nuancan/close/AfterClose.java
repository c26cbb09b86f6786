package org.nuancan.close;

/// What is done with the statements of a day once it is closed. The day stays closed whatever comes
/// of it.
public interface AfterClose {

    /// Days were closed; their statements are `CALCULATED`.
    void closed();
}
