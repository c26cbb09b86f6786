package org.nuancan.close;

/// A step that runs on the statements of a day after the day is closed.
///
/// The day stays closed whatever the result is, and a failure of one step does not stop the others.
/// A step keeps a record of its unfinished work, and the next close calls it again.
public interface AfterClose {

    /// Days were closed; their statements are `CALCULATED`.
    void closed();
}
