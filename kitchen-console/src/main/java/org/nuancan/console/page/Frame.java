package org.nuancan.console.page;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.nuancan.console.money.Yuan;
import org.nuancan.console.session.Session;

/// What every page needs besides its own content: texts, the way around, the reader.
///
/// @param session who reads, if signed in
/// @param formToken goes into every form that changes something
/// @param assets the address of an asset by its name
public record Frame(
        Visit visit, Optional<Session> session, String formToken, UnaryOperator<String> assets) {

    private static final Set<String> NOT_IN_FILES = Set.of("after", "by-itself", "lang");

    /// A text in the reader's language.
    public String t(String key, Object... places) {
        return Messages.text(visit.language(), key, places);
    }

    /// A text for a word of meal-api's, or the word itself if we do not know it.
    public String word(String group, String word) {
        return Messages.maybe(visit.language(), group + "." + word).orElse(word);
    }

    /// A key that makes sending one form twice the same as once.
    public String key() {
        return UUID.randomUUID().toString();
    }

    /// What was done by the form that led to this page.
    public Optional<String> done() {
        return visit.done().flatMap(word -> Messages.maybe(visit.language(), "done." + word));
    }

    /// Whether somebody is signed in.
    public boolean isSignedIn() {
        return session.isPresent();
    }

    /// Whether the reader has any of these roles.
    public boolean is(String... roles) {
        return session.filter(who -> who.isAny(List.of(roles))).isPresent();
    }

    /// A moment, as date and time of day.
    public String moment(OffsetDateTime at) {
        return Dates.moment(at);
    }

    /// The address of an asset by its name.
    public String asset(String name) {
        return assets.apply(name);
    }

    /// The address of a table of this page as a file, from the first record of its list on.
    ///
    /// @param format `xlsx` or `csv`
    public String file(String table, String format) {
        var here = Paths.without(visit.path(), NOT_IN_FILES);
        return Paths.with(Paths.with(here, "table", table), "file", format);
    }

    /// Fen as money.
    public String yuan(long fen) {
        return Yuan.of(fen);
    }

    /// Fen as a form takes them, such as `12.05`.
    public String plain(long fen) {
        return Yuan.plain(fen);
    }

    /// A date, with its day of the week.
    public String date(LocalDate date) {
        return Dates.full(visit.language(), date);
    }

    /// The places to go to.
    public List<Nav> places() {
        return session.map(Nav::of).orElse(List.of());
    }

    /// Whether this page belongs to a place.
    public boolean isAt(Nav place) {
        return place.covers(visit.path());
    }

    /// This page in the other language.
    public String inOtherLanguage() {
        return Paths.with(visit.path(), "lang", visit.language().other().code());
    }
}
