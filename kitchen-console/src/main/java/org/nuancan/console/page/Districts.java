package org.nuancan.console.page;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.MealApi;

/// The district that a page is about: the reader's own, or the one chosen where the reader sees the
/// whole city.
@Singleton
public final class Districts {

    /// The districts that can be chosen, by code.
    public static final List<String> CODES =
            List.of(
                    "110101", "110102", "110105", "110106", "110107", "110108", "110109", "110111",
                    "110112", "110113", "110114", "110115", "110116", "110117", "110118", "110119");

    private static final String FIRST = "110105";

    private final MealApi api;

    Districts(MealApi api) {
        this.api = api;
    }

    /// The reader's district; empty for the whole city.
    public Optional<String> ownOnly(SignedIn reader) {
        return api.me(reader.asking())
                .map(me -> me.scope().districtCode())
                .orElse(Optional.empty());
    }

    /// The reader's district, or the first to look at for the whole city.
    public String own(SignedIn reader) {
        return ownOnly(reader).orElse(FIRST);
    }

    /// The reader's district, else the one that was chosen.
    public String chosen(SignedIn reader, Optional<String> district) {
        return ownOnly(reader).orElseGet(() -> district.filter(CODES::contains).orElse(FIRST));
    }
}
