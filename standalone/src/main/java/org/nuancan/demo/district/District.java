package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.List;

/// The demo district: the same seed makes exactly the same district.
///
/// @param providers of Chaoyang, with 40 sites in all, then one of Dongcheng
/// @param elders 20,000, who live in Chaoyang
public record District(List<DemoProvider> providers, List<DemoElder> elders) {

    /// The district that every demo loads.
    public static final long SEED = 110_105;

    /// The code of the district.
    public static final String CHAOYANG = "110105";

    /// The code of the neighbouring district.
    public static final String DONGCHENG = "110101";

    /// The date of the district's age table, on which the elders have their ages.
    public static final LocalDate COUNTED_ON = LocalDate.of(2026, 11, 1);

    /// The number of elders.
    public static final int ELDERS = 20_000;

    /// Makes the district from a seed.
    public static District of(long seed) {
        return new District(canteens(seed), new People(new Dice(seed)).all());
    }

    /// Makes the providers only.
    public static List<DemoProvider> canteens(long seed) {
        return new Canteens(new Dice(seed)).all();
    }
}
