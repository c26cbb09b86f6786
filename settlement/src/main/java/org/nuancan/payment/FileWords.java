package org.nuancan.payment;

import java.text.Normalizer;
import java.util.stream.Collectors;
import org.nuancan.text.TextRule;

/// Converts texts of the books to texts that a bank's file can contain.
///
/// New names are checked when they are entered; older names may have characters that XML 1.0 or
/// banks refuse. One such name must not stop the payments of a whole district, so these characters
/// are left out: controls, invisible formatting characters, unassigned ones, halves of surrogate
/// pairs and non-characters.
///
/// If nothing remains, ISO 20022's word for a missing value is written, and the bank refuses only
/// that payment.
final class FileWords {

    private static final String MISSING = "NOTPROVIDED";

    /// `Max140Text`.
    private static final int LONGEST_NAME = 140;

    /// `Max35Text`, the type of a clearing member.
    private static final int LONGEST_MEMBER = 35;

    /// `Max34Text`, the type of an account.
    private static final int LONGEST_ACCOUNT = 34;

    private FileWords() {}

    /// The name of an account's holder, cut to 140 characters.
    static String name(String text) {
        return cut(cleaned(text), LONGEST_NAME);
    }

    /// The clearing number of a bank. A number that is too long is not cut, since it would then
    /// name another bank.
    static String member(String text) {
        return whole(cleaned(text), LONGEST_MEMBER);
    }

    /// The number of an account. A number that is too long is not cut, since it would then name
    /// another account.
    static String account(String text) {
        return whole(cleaned(text), LONGEST_ACCOUNT);
    }

    private static String cleaned(String text) {
        var kept =
                text.replaceAll("\\s", " ")
                        .codePoints()
                        .filter(FileWords::isWritten)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return TextRule.fold(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    private static boolean isWritten(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
                    false;
            default -> point != 0xFFFD;
        };
    }

    /// Validators count UTF-16 units or characters; a text that is short enough in UTF-16 is short
    /// enough in both.
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text.isEmpty() ? MISSING : text;
        }
        var splitsPair = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splitsPair ? longest - 1 : longest).strip();
    }

    private static String whole(String text, int longest) {
        return text.isEmpty() || text.length() > longest ? MISSING : text;
    }
}
