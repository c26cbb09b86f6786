package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// The results of a batch, in the order of the request.
@Introspected
record OrderBatchResponse(List<Result> results) {

    /// The result of one order: the order, or the reason why it was refused.
    ///
    /// @param order null if it was refused
    /// @param refusal null if it was ordered
    @Introspected
    record Result(@Nullable PreorderAnswer order, @Nullable BatchRefusal refusal) {

        static Result of(PreorderAnswer order) {
            return new Result(order, null);
        }

        static Result of(ProblemException problem) {
            return new Result(null, BatchRefusal.of(problem));
        }
    }

    /// Why an order was refused.
    ///
    /// @param errors the bad fields of the order, if any
    /// @param facts further members of the problem, such as `allergens`
    @Introspected
    record BatchRefusal(
            ProblemCode code,
            List<ProblemException.Fault> errors,
            Map<String, List<String>> facts) {

        static BatchRefusal of(ProblemException problem) {
            var facts = new TreeMap<String, List<String>>();
            problem.more().forEach((name, value) -> facts.put(name, words(value)));
            return new BatchRefusal(problem.code(), problem.faults(), facts);
        }

        private static List<String> words(Object value) {
            return value instanceof Collection<?> some
                    ? some.stream().map(Object::toString).toList()
                    : List.of(value.toString());
        }
    }
}
