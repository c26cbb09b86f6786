package org.nuancan.statistics;

import java.util.List;

/// Ages of elders by ten years.
public enum AgeBand {
    UNDER_60("<60", 0),
    FROM_60("60-69", 60),
    FROM_70("70-79", 70),
    FROM_80("80-89", 80),
    FROM_90("90+", 90);

    private static final List<AgeBand> FROM_THE_OLDEST = List.of(values()).reversed();

    private final String range;
    private final int youngest;

    AgeBand(String range, int youngest) {
        this.range = range;
        this.youngest = youngest;
    }

    /// The band of an age in full years.
    public static AgeBand of(long age) {
        return FROM_THE_OLDEST.stream()
                .filter(band -> age >= band.youngest)
                .findFirst()
                .orElse(UNDER_60);
    }

    /// The ages in digits: `70-79`.
    public String range() {
        return range;
    }

    /// Whether the elders of the band are 80 or older.
    boolean isOld() {
        return youngest >= FROM_80.youngest;
    }
}
