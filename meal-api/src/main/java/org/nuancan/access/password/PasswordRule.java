package org.nuancan.access.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// The rule for passwords that people choose, after NIST SP 800-63B section 5.1.1.2: a length, and
/// no password that attackers try first; no demands on kinds of characters.
///
/// The common passwords are the 30,000 of zxcvbn's list (Dan Wheeler; MIT licence), the first
/// 10,000 among them. A common password is still refused with other case or width, or with up to
/// six digits or signs at either end.
public final class PasswordRule {

    /// In characters (Unicode code points).
    public static final int SHORTEST = 10;

    private static final int FEWEST_DIFFERENT = 4;
    private static final Pattern ENDS =
            Pattern.compile("^[^\\p{L}]{1,6}(?=\\p{L})|(?<=\\p{L})[^\\p{L}]{1,6}$");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// The reason why a password is refused.
    public enum Fault {
        TOO_SHORT("至少 10 个字符 / at least 10 characters"),
        TOO_UNIFORM("至少 4 种不同字符 / at least 4 different characters"),
        COMMON("属于常用密码 / one of the common passwords"),
        OWN_NAME("与用户名相同 / the same as the user name"),
        UNCHANGED("与原密码相同 / the same as the present one");

        private final String detail;

        Fault(String detail) {
            this.detail = detail;
        }
    }

    private PasswordRule() {}

    /// @throws ProblemException `PASSWORD_REFUSED` with the fault at `pointer`
    public static void require(String pointer, String username, String password) {
        faultOf(username, password)
                .ifPresent(fault -> {
                    throw refused(pointer, fault);
                });
    }

    /// The problem `PASSWORD_REFUSED` with the fault at `pointer`.
    public static ProblemException refused(String pointer, Fault fault) {
        return ProblemException.of(
                ProblemCode.PASSWORD_REFUSED,
                List.of(new ProblemException.Fault(pointer, fault.name(), fault.detail)));
    }

    /// The first fault of a password; empty if it keeps the rule. Does not find `UNCHANGED`.
    public static Optional<Fault> faultOf(String username, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        var folded = fold(password);
        if (isOwnName(fold(username), folded)) {
            return Optional.of(Fault.OWN_NAME);
        }
        if (isCommon(folded)) {
            return Optional.of(Fault.COMMON);
        }
        return folded.codePoints().filter(point -> point > ' ').distinct().count()
                        < FEWEST_DIFFERENT
                ? Optional.of(Fault.TOO_UNIFORM)
                : Optional.empty();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    private static boolean isCommon(String folded) {
        return Common.PASSWORDS.contains(folded)
                || Common.PASSWORDS.contains(ENDS.matcher(folded).replaceAll(""));
    }

    private static boolean isOwnName(String name, String folded) {
        var letters = NO_LETTER_OR_DIGIT.matcher(name).replaceAll("");
        return List.of(folded, ENDS.matcher(folded).replaceAll("")).stream()
                .map(text -> NO_LETTER_OR_DIGIT.matcher(text).replaceAll(""))
                .anyMatch(letters::equals);
    }

    /// The common passwords, loaded when the first password is checked.
    private static final class Common {

        static final Set<String> PASSWORDS = load();

        private static Set<String> load() {
            try {
                return new HashSet<>(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
            } catch (IOException exception) {
                throw new UncheckedIOException("the list of common passwords", exception);
            }
        }
    }
}
