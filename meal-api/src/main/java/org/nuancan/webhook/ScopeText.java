package org.nuancan.webhook;

import org.nuancan.access.Scope;

/// A scope as one text: `city`, `district 110105`, `street 110105012`, `provider 7 110105`, `site 8
/// 7 110105012`.
final class ScopeText {

    private ScopeText() {}

    static String write(Scope scope) {
        return switch (scope) {
            case Scope.City() -> "city";
            case Scope.District(var code) -> "district " + code;
            case Scope.Street(var code) -> "street " + code;
            case Scope.OfProvider(var id, var district) -> "provider %d %s".formatted(id, district);
            case Scope.OfSite(var id, var provider, var division) ->
                    "site %d %d %s".formatted(id, provider, division);
        };
    }

    static Scope read(String text) {
        var words = text.split(" ", -1);
        return switch (words[0]) {
            case "city" -> new Scope.City();
            case "district" -> new Scope.District(words[1]);
            case "street" -> new Scope.Street(words[1]);
            case "provider" -> new Scope.OfProvider(Long.parseLong(words[1]), words[2]);
            case "site" ->
                    new Scope.OfSite(Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]);
            default -> throw new IllegalStateException("no scope: " + text);
        };
    }
}
