package org.nuancan.console.api;

import java.util.function.Function;

/// What meal-api said, or that it said nothing.
///
/// @param <T> what was asked for
public sealed interface Answer<T> {

    /// What was asked for.
    record Given<T>(T value) implements Answer<T> {}

    /// The caller is not, or no longer, signed in.
    record SignInAgain<T>(Problem problem) implements Answer<T> {}

    /// Refused by a rule or a right; the problem says so in the reader's language.
    record Refused<T>(Problem problem) implements Answer<T> {}

    /// No answer, or none that could be read.
    record Unavailable<T>(Why why) implements Answer<T> {}

    /// Why there is no answer.
    enum Why {
        /// Not reached, or not in time.
        SILENT,
        /// It answered, but not in the words of the contract.
        NOT_UNDERSTOOD
    }

    /// The same answer, with what was given turned into something else.
    default <R> Answer<R> map(Function<? super T, ? extends R> turn) {
        return then(value -> new Given<>(turn.apply(value)));
    }

    /// A further question, asked only when this one was answered.
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case SignInAgain<T>(var problem) -> new SignInAgain<>(problem);
            case Refused<T>(var problem) -> new Refused<>(problem);
            case Unavailable<T>(var why) -> new Unavailable<>(why);
        };
    }

    /// What was given, or something in its place: for what a page can do without.
    default T orElse(T instead) {
        return this instanceof Given<T>(var value) ? value : instead;
    }
}
