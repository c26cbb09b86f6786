package org.nuancan.console.api;

import java.util.function.Function;

/// The outcome of a call of meal-api: a value, a refusal or a failure.
///
/// @param <T> type of the requested value
public sealed interface Answer<T> {

    /// The requested value.
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

    /// The same outcome with the value converted.
    default <R> Answer<R> map(Function<? super T, ? extends R> turn) {
        return then(value -> new Given<>(turn.apply(value)));
    }

    /// Makes another call with the value; without a value, keeps this outcome.
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case SignInAgain<T>(var problem) -> new SignInAgain<>(problem);
            case Refused<T>(var problem) -> new Refused<>(problem);
            case Unavailable<T>(var why) -> new Unavailable<>(why);
        };
    }

    /// The value, or a substitute: for optional parts of a page.
    default T orElse(T instead) {
        return this instanceof Given<T>(var value) ? value : instead;
    }
}
