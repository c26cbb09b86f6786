package org.nuancan.payment;

import java.util.List;
import java.util.Optional;
import org.nuancan.bank.BankFiles;
import org.nuancan.bank.FileReading;
import org.nuancan.bank.Place;
import org.nuancan.payment.Result.Effect;

/// Reads what banks answer to a batch: the files of [BankFiles], with the payments found that they
/// name.
public final class BankAnswer {

    /// A line that says what became of a payment.
    public record Told(Place place, Result result) {}

    /// A line that says nothing definite.
    ///
    /// @param name the reference there; empty if there is none
    /// @param effect `PENDING` if it was understood, `UNREAD` if not
    /// @param why what was found
    public record Rest(Place place, String name, Effect effect, String why) {}

    /// Outcome of reading an answer.
    public sealed interface Reading {

        /// Everything in the file, in two lists.
        record Read(List<Told> told, List<Rest> rest) implements Reading {

            public Read {
                told = List.copyOf(told);
                rest = List.copyOf(rest);
            }
        }

        /// Nothing in the file says what became of a payment.
        ///
        /// @param line of the file, counted from 1; 0 if it is the whole file
        /// @param column likewise
        /// @param rest what was there instead
        record Unreadable(String why, int line, int column, List<Rest> rest) implements Reading {

            public Unreadable {
                rest = List.copyOf(rest);
            }
        }

        /// The declared charset is not one that is read.
        record UnknownCharset() implements Reading {}

        /// More lines than a file may have.
        record TooLong(int most) implements Reading {}
    }

    private BankAnswer() {}

    /// Reads a file.
    ///
    /// @param charset that the request declares, if it does
    /// @param batch that it answers
    public static Reading read(byte[] file, Optional<String> charset, Batch batch) {
        return switch (BankFiles.read(file, charset)) {
            case FileReading.Unreadable(var why, var line, var column) ->
                    new Reading.Unreadable(why, line, column, List.of());
            case FileReading.UnknownCharset() -> new Reading.UnknownCharset();
            case FileReading.TooLong(var most) -> new Reading.TooLong(most);
            case FileReading.Read(var advices) -> new AdviceMatching(batch).match(advices);
        };
    }
}
