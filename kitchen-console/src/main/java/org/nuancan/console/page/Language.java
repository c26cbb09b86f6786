package org.nuancan.console.page;

import java.util.Locale;
import java.util.Optional;

/// The languages of the console, the first one first.
public enum Language {
    /// 中文.
    ZH("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    /// English.
    EN("en", "en", Locale.ENGLISH);

    private final String code;
    private final String tag;
    private final Locale locale;

    Language(String code, String tag, Locale locale) {
        this.code = code;
        this.tag = tag;
        this.locale = locale;
    }

    /// As written in addresses, cookies and `Accept-Language`.
    public String code() {
        return code;
    }

    /// As written in HTML.
    public String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    /// The one to switch to.
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    static Optional<Language> of(String code) {
        for (var language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
