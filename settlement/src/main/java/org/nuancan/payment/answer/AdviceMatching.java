package org.nuancan.payment.answer;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.bank.advice.Advice;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Scope;
import org.nuancan.bank.advice.Names;
import org.nuancan.payment.Batch;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.answer.BankAnswer.Reading;

/// Finds the payments of a batch that a bank's advices are about.
///
/// A payment is found by any reference in the file that was sent to the bank. An advice that names
/// the batch itself is about all its payments if its sum and count, where the bank gives them, are
/// those of the batch.
final class AdviceMatching {

    private final Batch batch;
    private final Map<String, Payment> byName;
    private final AnswerLines lines = new AnswerLines();

    /// Payments that the file names one by one, or by a batch of their own.
    private final Set<Payment> named = new HashSet<>();

    AdviceMatching(Batch batch) {
        this.batch = batch;
        this.byName =
                batch.payments().stream().collect(toMap(Payment::endToEndId, payment -> payment));
    }

    Reading match(List<Advice> advices) {
        for (var i = 0; i < advices.size() && !lines.areTooMany(); ) {
            if (advices.get(i).scope() instanceof Scope.Detail(var entry)) {
                var details = detailsOf(entry, advices.subList(i, advices.size()));
                entry(entry, details);
                i += details.size();
            } else {
                matchAdvice(advices.get(i));
                i++;
            }
        }
        return lines.reading();
    }

    // The details of an entry hold the same object.
    @SuppressWarnings("ReferenceEquality")
    private static List<Advice> detailsOf(Advice entry, List<Advice> from) {
        return from.stream()
                .takeWhile(detail -> detail.scope() instanceof Scope.Detail(var of) && of == entry)
                .toList();
    }

    /// The details apply if one of them names a payment; otherwise the entry applies, if it names
    /// the batch.
    private void entry(Advice entry, List<Advice> details) {
        var isNamed = details.stream().anyMatch(detail -> !paymentsOf(detail.names()).isEmpty());
        if (!isNamed && isOfBatch(entry.names())) {
            matchAdvice(entry);
        } else {
            details.forEach(this::matchAdvice);
        }
    }

    private List<Payment> paymentsOf(Names names) {
        var found = new LinkedHashSet<Payment>();
        for (var reference : names.references()) {
            Optional.ofNullable(byName.get(reference)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private boolean isOfBatch(Names names) {
        return names.references().contains(batch.messageId());
    }

    private void matchAdvice(Advice advice) {
        var payments = paymentsOf(advice.names());
        if (payments.size() > 1) {
            lines.unread(advice, "names two payments: " + advice.names());
        } else if (payments.size() == 1) {
            named.add(payments.getFirst());
            lines.add(advice, payments.getFirst().endToEndId(), advice.amount());
        } else if (isOfBatch(advice.names())) {
            addBatch(advice);
        } else {
            lines.notOurs(advice);
        }
    }

    /// Adds the payments of the batch that the advice is about: all of them, or those that the file
    /// does not name one by one.
    private void addBatch(Advice advice) {
        var isRest = advice.scope() instanceof Scope.Rest;
        var differs = difference(advice);
        if (!AnswerLines.isDefinite(advice)) {
            lines.add(advice, batch.messageId(), advice.amount());
        } else if (differs.isPresent()) {
            lines.unread(advice, differs.get());
        } else {
            batch.payments().stream()
                    .filter(payment -> !isRest || !named.contains(payment))
                    .forEach(payment ->
                            lines.add(
                                    advice,
                                    payment.endToEndId(),
                                    isRest ? Optional.empty() : Optional.of(payment.fen())));
        }
        if (isRest) {
            // A later advice on the message as a whole does not apply to these payments.
            named.addAll(batch.payments());
        }
    }

    /// The difference between the bank's sum or count and the batch; an entry must have a sum.
    private Optional<String> difference(Advice advice) {
        var count =
                switch (advice.scope()) {
                    case Scope.Named(var stated) -> stated;
                    case Scope.Rest(var stated) -> stated;
                    case Scope.Detail(_) -> Optional.<String>empty();
                };
        var batchCount = Integer.toString(batch.payments().size());
        if (count.filter(stated -> !stated.replaceFirst("^0+(?=.)", "").equals(batchCount))
                .isPresent()) {
            return Optional.of(
                    "the batch has %s payments, not as many as stated".formatted(batchCount));
        }
        var sum = advice.amount();
        var isEntry = advice.meaning() instanceof Meaning.Entry;
        return sum.equals(Optional.of(batch.sum())) || (sum.isEmpty() && !isEntry)
                ? Optional.empty()
                : Optional.of("the sum of the batch is " + batch.sum().inYuan());
    }
}
