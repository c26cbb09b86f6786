package org.nuancan.console.importing;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The imports that each user started lately, newest first, so that a page can lead back to them.
///
/// meal-api has no list of imports. These are kept in memory until the console restarts; the
/// address of an import stays valid longer.
@Singleton
final class RecentImports {

    private static final int MOST_USERS = 1_000;
    private static final int MOST_OF_A_USER = 10;

    private final Map<String, Deque<String>> ids = new LinkedHashMap<>();

    /// Remembers an import.
    synchronized void add(String username, String importId) {
        var own = ids.containsKey(username) ? ids.remove(username) : new ArrayDeque<String>();
        own.remove(importId);
        own.addFirst(importId);
        if (own.size() > MOST_OF_A_USER) {
            own.removeLast();
        }
        ids.put(username, own);
        if (ids.size() > MOST_USERS) {
            ids.remove(ids.keySet().iterator().next());
        }
    }

    /// The ids of a user's imports.
    synchronized List<String> of(String username) {
        return List.copyOf(ids.getOrDefault(username, new ArrayDeque<>()));
    }
}
