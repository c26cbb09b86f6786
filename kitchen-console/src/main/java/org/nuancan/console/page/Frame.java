package org.nuancan.console.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nuancan.console.session.Session;

/// What every page needs besides its own content: texts, the way around, the reader.
///
/// @param session who reads, if signed in
/// @param formToken goes into every form that changes something
/// @param assets the address of an asset by its name
public record Frame(
        Visit visit, Optional<Session> session, String formToken, UnaryOperator<String> assets) {

    /// A text in the reader's language.
    public String t(String key, Object... places) {
        return Messages.text(visit.language(), key, places);
    }

    /// A text for a word of meal-api's, or the word itself if we do not know it.
    public String word(String group, String word) {
        return Messages.maybe(visit.language(), group + "." + word).orElse(word);
    }

    /// The address of an asset by its name.
    public String asset(String name) {
        return assets.apply(name);
    }

    /// Fen as money.
    public String yuan(long fen) {
        return Yuan.of(fen);
    }

    /// A date, with its day of the week.
    public String date(LocalDate date) {
        return Dates.full(visit.language(), date);
    }

    /// The places to go to.
    public List<Nav> places() {
        return session.map(Nav::of).orElse(List.of());
    }

    /// Whether this page lies at a place.
    public boolean isAt(Nav place) {
        return visit.path().startsWith(place.href());
    }

    /// This page in the other language.
    public String inOtherLanguage() {
        return Paths.with(visit.path(), "lang", visit.language().other().code());
    }
}
