package org.nuancan.house;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// The packages that can be reached through the dependencies of the table.
final class Reach {

    private Reach() {}

    static Set<String> from(String start) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(Arrows.ALLOWED.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (reached.add(next)) {
                open.addAll(Arrows.ALLOWED.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
