package org.nuancan.close;

/// What is done with the statements of a day once it is closed. The day stays closed whatever comes
/// of it, and a failure of one step stops no other: each keeps what it has not done and is called
/// again by the next close.
public interface AfterClose {

    /// Days were closed; their statements are `CALCULATED`.
    void closed();
}
