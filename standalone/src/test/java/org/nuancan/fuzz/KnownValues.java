package org.nuancan.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Values from the service's answers, by the names of their fields: ids, codes and dates that
/// exist. Random requests use them, so that many pass the first check.
final class KnownValues {

    private static final int MOST_OF_A_NAME = 40;

    private final Map<String, List<JsonNode>> byName = new HashMap<>();
    private final Set<String> kept;

    /// @param kept values that no request may contain: accounts that the run itself needs
    KnownValues(Set<String> kept) {
        this.kept = kept;
    }

    void learn(JsonNode answer) {
        answer.properties().forEach(field -> learn(field.getKey(), field.getValue()));
        if (answer.isArray()) {
            answer.forEach(this::learn);
        }
    }

    private void learn(String name, JsonNode value) {
        if (value.isContainerNode()) {
            learn(value);
        } else if (!value.isNull() && !kept.contains(value.asText())) {
            var values = byName.computeIfAbsent(name, _ -> new ArrayList<>());
            if (values.size() < MOST_OF_A_NAME && !values.contains(value)) {
                values.add(value);
            }
        }
    }

    /// A value for a field: one of this name, or for `id` and names that end in it, any id.
    Optional<JsonNode> find(String name, Random random) {
        var values = byName.get(name);
        if (values != null) {
            return Optional.of(values.get(random.nextInt(values.size())));
        }
        if (!name.endsWith("d")) {
            return Optional.empty();
        }
        var ids = byName.keySet().stream().filter(key -> key.endsWith("Id")).sorted().toList();
        return ids.isEmpty() ? Optional.empty() : find(ids.get(random.nextInt(ids.size())), random);
    }
}
