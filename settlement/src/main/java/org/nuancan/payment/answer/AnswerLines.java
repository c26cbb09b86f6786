package org.nuancan.payment.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.bank.BankFiles;
import org.nuancan.bank.advice.Advice;
import org.nuancan.bank.advice.Advice.Booking;
import org.nuancan.bank.advice.Advice.Direction;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Outcome;
import org.nuancan.money.Fen;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.BankAnswer.Reading;
import org.nuancan.payment.answer.BankAnswer.Rest;
import org.nuancan.payment.answer.Result.Effect;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// Collects the lines of a bank's answer: results, and lines without a definite result.
final class AnswerLines {

    private static final TextRule NAME = TextRule.identifier(64);
    private static final TextRule WORDS = TextRule.words(500);

    private final List<Definite> results = new ArrayList<>();
    private final List<Rest> rest = new ArrayList<>();
    private boolean hasStatus;

    /// Whether an advice gives the state of a payment.
    static boolean isDefinite(Advice advice) {
        return switch (advice.meaning()) {
            case Meaning.Status(var outcome) -> outcome != Outcome.PENDING;
            case Meaning.Entry(_, _, var booking) -> booking == Booking.BOOKED;
            case Meaning.Unclear(_) -> false;
        };
    }

    /// Whether there are more lines than a file may have, for example when many advices name the
    /// batch and each is about all its payments.
    boolean areTooMany() {
        return results.size() + rest.size() > BankFiles.MOST_LINES;
    }

    /// Adds an advice on the payment or batch with a name.
    void add(Advice advice, String name, Optional<Fen> amount) {
        add(advice, name, amount, advice.reason());
    }

    /// Adds an advice on a payment that is not in the batch. Its reason is the text in the place of
    /// a reference, unless the bank gives a reason.
    void notOurs(Advice advice) {
        var name = NAME.read(advice.names().first().orElse(""));
        if (advice.names().isEmpty()) {
            unread(
                    advice,
                    advice.meaning() instanceof Meaning.Unclear(var why) ? why : "no reference");
        } else if (name instanceof TextReading.Accepted(var text)) {
            add(advice, text, advice.amount(), advice.reason().or(() -> references(advice)));
        } else if (name instanceof TextReading.Refused(var fault)) {
            unread(advice, "a reference that is " + fault);
        }
    }

    /// All references, if there are more than the one that the line is listed by.
    private static Optional<String> references(Advice advice) {
        return advice.names().all().size() == 1
                ? Optional.empty()
                : Optional.of(words(advice.names().toString()));
    }

    private void add(Advice advice, String name, Optional<Fen> amount, Optional<String> reason) {
        switch (advice.meaning()) {
            case Meaning.Unclear(var why) -> addRest(advice, name, Effect.UNREAD, why);
            case Meaning.Entry(_, _, var booking) when booking == Booking.NOT_BOOKED ->
                    addRest(advice, name, Effect.PENDING, "entry not booked yet");
            case Meaning.Entry(var direction, var isReversal, _) -> {
                var isOut = direction == Direction.OUT;
                var outcome = isOut ? PaymentState.SETTLED : PaymentState.RETURNED;
                addResult(advice, new Result(name, outcome, amount, reason, isOut && isReversal));
            }
            case Meaning.Status(var outcome) -> {
                hasStatus = true;
                switch (outcome) {
                    case PENDING -> addRest(advice, name, Effect.PENDING, "on its way");
                    case SETTLED, FAILED, RETURNED, UNKNOWN ->
                            addResult(
                                    advice,
                                    new Result(
                                            name,
                                            PaymentState.valueOf(outcome.name()),
                                            amount,
                                            reason));
                }
            }
        }
    }

    private void addResult(Advice advice, Result result) {
        results.add(new Definite(advice.place(), result));
    }

    /// Adds a line that was not understood.
    void unread(Advice advice, String why) {
        var name = NAME.read(advice.names().first().orElse(""));
        addRest(
                advice,
                name instanceof TextReading.Accepted(var text) ? text : "",
                Effect.UNREAD,
                why);
    }

    private void addRest(Advice advice, String name, Effect effect, String why) {
        rest.add(new Rest(advice.place(), name, effect, words(why)));
    }

    /// A text with parts of the file, if it can be stored.
    private static String words(String text) {
        return WORDS.read(text) instanceof TextReading.Accepted(var words)
                ? words
                : "text that cannot be kept";
    }

    /// The file's content. It is unreadable if it contains neither a result nor a state.
    Reading reading() {
        if (areTooMany()) {
            return new Reading.TooLong(BankFiles.MOST_LINES);
        }
        if (!results.isEmpty() || hasStatus) {
            return new Reading.Read(results, rest);
        }
        return rest.stream()
                .findFirst()
                .map(first -> new Reading.Unreadable(first.why(), first.place().line(), 0, rest))
                .orElseGet(() -> new Reading.Unreadable("no payment is named", 0, 0, List.of()));
    }
}
