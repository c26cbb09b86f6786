package org.nuancan.console.page;

/// Something to do that the start page of a role counts.
///
/// @param key the key of its name
/// @param href where it is done
/// @param count how much of it waits
/// @param urgent whether something of it is late or cannot wait
public record Task(String key, String href, long count, boolean urgent) {

    /// How many records of a list are counted at most.
    public static final int MOST = 500;

    /// Something that can wait.
    public static Task of(String key, String href, long count) {
        return new Task(key, href, count, false);
    }

    /// The count as it is read: `500+` when there are more.
    public String counted() {
        return count >= MOST ? MOST + "+" : Long.toString(count);
    }
}
