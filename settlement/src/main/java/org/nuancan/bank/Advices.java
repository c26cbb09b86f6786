package org.nuancan.bank;

import java.util.ArrayList;
import java.util.List;
import org.nuancan.bank.advice.Advice;
import org.nuancan.bank.advice.FileFault;
import org.nuancan.bank.advice.FileReading;

/// Collects the advices of a file, up to the maximum number of a file.
final class Advices {

    private final List<Advice> collected = new ArrayList<>();

    /// @throws FileFault if the file has more advices than allowed
    void add(Advice advice) throws FileFault {
        if (collected.size() == BankFiles.MOST_LINES) {
            throw new FileFault(new FileReading.TooLong(BankFiles.MOST_LINES));
        }
        collected.add(advice);
    }

    List<Advice> all() {
        return List.copyOf(collected);
    }
}
