package org.nuancan.diet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.text.TextRule;

/// A list of codes with their words. A text is read from its start, and at each position the
/// longest matching word of the list is taken, so that `豆腐乳` is soy and not milk, and `coconut` is
/// not a nut. A word in an alphabetic script is also searched for long words within it
/// (`peanutbutter`).
final class Lexicon {

    /// A code with its words in both languages.
    record Term(String code, String zh, String en) {

        /// The term as it is printed.
        String printed() {
            return zh + " " + en;
        }
    }

    private static final String OTHER = "OTHER";
    private static final String NOISE = "NOISE";
    private static final int COLUMNS = 4;
    private static final int MOST_TOKENS = 10;
    private static final int LONG = 5;

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Set<String> noise = new HashSet<>();

    private Lexicon() {}

    /// Reads a list from a resource beside this class.
    ///
    /// @throws IllegalStateException if a line is malformed
    static Lexicon read(String resource) {
        try (var file = Lexicon.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("missing: " + resource);
            }
            var lexicon = new Lexicon();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lexicon::add);
            return lexicon;
        } catch (IOException exception) {
            throw new UncheckedIOException(resource, exception);
        }
    }

    private void add(String line) {
        var columns = line.split("\\|", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("not four columns: " + line);
        }
        var term = new Term(columns[0].strip(), columns[1].strip(), columns[2].strip());
        var others = columns[COLUMNS - 1].split(",", -1);
        switch (term.code()) {
            case NOISE -> addWithout(others, noise);
            case OTHER -> addWithout(others, new HashSet<>());
            default -> {
                terms.put(term.code(), term);
                List.of(term.code(), term.zh(), term.en()).forEach(word -> add(word, term.code()));
                List.of(others).forEach(word -> add(word, term.code()));
            }
        }
    }

    private void addWithout(String[] without, Set<String> kind) {
        for (var word : without) {
            var key = key(word);
            if (!words.getOrDefault(key, Set.of()).isEmpty()) {
                throw new IllegalStateException("stands at a code, too: " + word);
            }
            words.put(key, Set.of());
            kind.add(key);
        }
    }

    private void add(String word, String code) {
        var key = key(word);
        if (!key.isEmpty()) {
            words.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(code);
        }
    }

    private static String key(String word) {
        return String.join("", Tokens.of(word));
    }

    Optional<Term> term(String code) {
        return Optional.ofNullable(terms.get(code));
    }

    /// Texts as they are stored: a word of the list becomes its code, other or longer texts stay as
    /// written. Each occurs once; words that mean "none" are removed.
    List<String> fold(Collection<String> texts) {
        var folded = new LinkedHashSet<String>();
        for (var text : texts) {
            var meaning = meaning(text);
            if (meaning.isExact() && meaning.codes().size() == 1) {
                folded.addAll(meaning.codes());
            } else if (!meaning.isEmpty()) {
                folded.add(TextRule.fold(text));
            }
        }
        return List.copyOf(folded);
    }

    /// The meaning of a text.
    Meaning meaning(String text) {
        var tokens = Tokens.of(text);
        var codes = new LinkedHashSet<String>();
        var rest = new ArrayList<String>();
        var unknown = new StringBuilder();
        var taken = 0;
        for (var at = 0; at < tokens.size(); ) {
            var length = longest(tokens, at);
            var word = String.join("", tokens.subList(at, at + Math.max(1, length)));
            var named = length > 0 ? words.getOrDefault(word, Set.of()) : within(word);
            codes.addAll(named);
            taken = length;
            if (word.equals(Tokens.BREAK)
                    || noise.contains(word)
                    || (length > 0 && !named.isEmpty())) {
                end(unknown, rest);
            } else {
                unknown.append(word);
            }
            at += Math.max(1, length);
        }
        end(unknown, rest);
        return new Meaning(
                Collections.unmodifiableSet(codes), rest, taken > 0 && taken == tokens.size());
    }

    /// Number of tokens of the longest word of the list that begins at a position; 0 for none.
    private int longest(List<String> tokens, int at) {
        for (var length = Math.min(MOST_TOKENS, tokens.size() - at); length > 0; length--) {
            var some = tokens.subList(at, at + length);
            if (!some.contains(Tokens.BREAK) && words.containsKey(String.join("", some))) {
                return length;
            }
        }
        return 0;
    }

    /// The codes of long words within a token that is written without blanks.
    private Set<String> within(String token) {
        var codes = new LinkedHashSet<String>();
        if (token.length() > LONG) {
            words.forEach((word, named) -> {
                if (word.length() >= LONG && token.contains(word)) {
                    codes.addAll(named);
                }
            });
        }
        return codes;
    }

    private static void end(StringBuilder unknown, List<String> rest) {
        if (!unknown.isEmpty()) {
            rest.add(unknown.toString());
            unknown.setLength(0);
        }
    }
}
