package org.nuancan.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.nuancan.text.TextRule;

/// The detail of an entry that has a content: it begins with the content's hash. No writer begins a
/// detail with words of a person, so no other detail has this form.
final class HashedDetail {

    private static final Pattern HASHED =
            Pattern.compile("sm3:([0-9a-f]{64}) (.*)", Pattern.DOTALL);
    private static final int LONGEST = 1000;

    private HashedDetail() {}

    /// The detail of an entry without a content.
    static String plain(String detail) {
        return TextRule.cut(detail, LONGEST);
    }

    /// The detail of an entry with a content.
    static String of(AuditContentEntity content, String detail) {
        return plain("sm3:%s %s".formatted(Chain.hash(content), detail));
    }

    /// The detail without the hash.
    static String words(String detail) {
        var matcher = HASHED.matcher(detail);
        return matcher.matches() ? matcher.group(2) : detail;
    }

    /// Whether an entry's content is the one that was written with it.
    static boolean fits(String detail, Optional<AuditContentEntity> content) {
        var matcher = HASHED.matcher(detail);
        return matcher.matches()
                ? content.map(Chain::hash).filter(matcher.group(1)::equals).isPresent()
                : content.isEmpty();
    }
}
