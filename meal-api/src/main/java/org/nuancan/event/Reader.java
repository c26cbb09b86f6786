package org.nuancan.event;

/// Consumers of events; each has its own list and speed.
public enum Reader {
    /// Sends events to open pages.
    LIVE,
    /// Sends events to other software.
    WEBHOOK
}
