package org.nuancan.console.page;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/// The texts of the console, in both languages.
public final class Messages {

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            BUNDLES.put(language, ResourceBundle.getBundle("messages/console_" + language.code()));
        }
    }

    private Messages() {}

    /// A text, with its places filled.
    ///
    /// @throws java.util.MissingResourceException if there is no such text, which is a defect
    public static String text(Language language, String key, Object... places) {
        var pattern = bundle(language).getString(key);
        return places.length == 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(places);
    }

    /// A text for something that meal-api named and that we may not know yet.
    public static Optional<String> maybe(Language language, String key) {
        var bundle = bundle(language);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    private static ResourceBundle bundle(Language language) {
        var bundle = BUNDLES.get(language);
        if (bundle == null) {
            throw new IllegalStateException("no bundle for " + language);
        }
        return bundle;
    }
}
