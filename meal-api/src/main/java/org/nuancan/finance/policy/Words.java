package org.nuancan.finance.policy;

import java.util.List;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.policy.document.Fault;

/// Formats the faults of a document for a refusal.
final class Words {

    private Words() {}

    static List<ProblemException.Fault> faults(List<Fault> found) {
        return found.stream()
                .map(fault ->
                        new ProblemException.Fault(
                                fault.pointer(),
                                fault.code().name(),
                                fault.zh() + " / " + fault.en()))
                .toList();
    }
}
