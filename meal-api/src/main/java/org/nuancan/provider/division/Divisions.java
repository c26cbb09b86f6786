package org.nuancan.provider.division;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The names of administrative divisions: reference data, which only migrations change.
@Singleton
public final class Divisions {

    private static final String ALL = "all";
    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

    private final LoadingCache<String, Map<String, String>> names;

    Divisions(DivisionRepository repository) {
        this.names = Caffeine.newBuilder().build(all -> read(repository));
    }

    /// The name of a division: `110105012` is 麦子店街道; empty for an unknown code.
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(ALL).get(code));
    }

    /// The 16 districts, by code.
    public Map<String, String> districts() {
        return ofLength(DISTRICT_DIGITS, "");
    }

    /// The streets of a district, by code.
    ///
    /// @param districtCode 6 digits
    public Map<String, String> streets(String districtCode) {
        return ofLength(STREET_DIGITS, districtCode);
    }

    private Map<String, String> ofLength(int digits, String start) {
        var found = new TreeMap<String, String>();
        names.get(ALL)
                .forEach((code, name) -> {
                    if (code.length() == digits && code.startsWith(start)) {
                        found.put(code, name);
                    }
                });
        return found;
    }

    private static Map<String, String> read(DivisionRepository repository) {
        return repository.findAll().stream()
                .collect(Collectors.toMap(DivisionEntity::code, DivisionEntity::name));
    }
}
