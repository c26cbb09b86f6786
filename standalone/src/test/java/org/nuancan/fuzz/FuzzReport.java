package org.nuancan.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The result of a run of random requests.
final class FuzzReport {

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long slowestMillis;
    private String slowest = "";

    void count(int status, long millis, String request) {
        byStatus.merge(status, 1, Integer::sum);
        if (millis > slowestMillis) {
            slowestMillis = millis;
            slowest = request;
        }
    }

    void fault(String what) {
        faults.add(what);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int successes() {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey() < 300)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    long slowestMillis() {
        return slowestMillis;
    }

    @Override
    public String toString() {
        return "answers by status %s, slowest %d ms (%s), faults %d"
                .formatted(byStatus, slowestMillis, slowest, faults.size());
    }
}
