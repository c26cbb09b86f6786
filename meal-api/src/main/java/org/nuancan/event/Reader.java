package org.nuancan.event;

/// Who passes events on, each in its own time.
public enum Reader {
    /// To pages that are open.
    LIVE,
    /// To others' software.
    WEBHOOK
}
