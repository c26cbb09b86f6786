package org.nuancan.payment.answer;

import java.util.List;
import java.util.Optional;
import org.nuancan.bank.BankFiles;
import org.nuancan.bank.advice.FileReading;
import org.nuancan.bank.advice.Place;
import org.nuancan.payment.Batch;
import org.nuancan.payment.answer.Result.Effect;

/// Reads banks' answers to a batch: the files of [BankFiles], matched with the payments that they
/// name.
public final class BankAnswer {

    /// A line that gives the state of a payment.
    public record Definite(Place place, Result result) {}

    /// A line without a definite result.
    ///
    /// @param name the reference in it; empty if there is none
    /// @param effect `PENDING` if it was understood, `UNREAD` if not
    /// @param why reason, with the text that was found
    public record Rest(Place place, String name, Effect effect, String why) {}

    /// Outcome of reading an answer.
    public sealed interface Reading {

        /// All lines of the file, in two lists.
        record Read(List<Definite> told, List<Rest> rest) implements Reading {

            public Read {
                told = List.copyOf(told);
                rest = List.copyOf(rest);
            }
        }

        /// No line of the file gives the state of a payment.
        ///
        /// @param line line of the file, counted from 1; 0 for the whole file
        /// @param column column, likewise
        /// @param rest the lines that were found
        record Unreadable(String why, int line, int column, List<Rest> rest) implements Reading {

            public Unreadable {
                rest = List.copyOf(rest);
            }
        }

        /// The declared charset is not supported.
        record UnknownCharset() implements Reading {}

        /// More lines than a file may have.
        record TooLong(int most) implements Reading {}
    }

    private BankAnswer() {}

    /// Reads a file.
    ///
    /// @param charset charset of the request, if it declares one
    /// @param batch the batch that the file answers
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
