package org.nuancan.bench.textbook;

import com.github.f4b6a3.tsid.Tsid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.bench.textbook.CheckoutAnswer.Granted;
import org.nuancan.bench.textbook.CheckoutAnswer.Part;
import org.nuancan.bench.textbook.Eaters.Eater;
import org.nuancan.bench.textbook.Entities.Site;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Quote;

/// Makes the answer that a till prints.
final class Receipts {

    private Receipts() {}

    static CheckoutAnswer answer(
            long orderId,
            Optional<Eater> eater,
            Site site,
            Quote quote,
            List<Orders.Line> lines,
            CheckoutBody body,
            LocalDate bookingDate,
            Instant at) {
        var receipt = Tsid.from(orderId).toString();
        return new CheckoutAnswer(
                Long.toString(orderId),
                receipt,
                eater.map(one -> eater(one, bookingDate)).orElse(null),
                quote.grossFen().value(),
                quote.billFen().value(),
                quote.elderPaysFen().value(),
                quote.grants().stream().map(Receipts::granted).toList(),
                quote.refusals(),
                body.tenders(),
                bookingDate,
                text(receipt, site, quote, lines, at));
    }

    private static CheckoutAnswer.Eater eater(Eater eater, LocalDate date) {
        return new CheckoutAnswer.Eater(
                Long.toString(eater.elder().elderId()),
                eater.elder().maskedName(),
                eater.facts().ageOn(date),
                words(eater.elder().diet()),
                words(eater.elder().allergens()));
    }

    private static List<String> words(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
    }

    private static Granted granted(Grant grant) {
        return new Granted(
                grant.code(),
                grant.version(),
                grant.side().name(),
                grant.fen().value(),
                grant.funding().stream()
                        .map(part -> new Part(part.payer(), part.fen().value()))
                        .toList());
    }

    private static String text(
            String receipt, Site site, Quote quote, List<Orders.Line> lines, Instant at) {
        var text = new StringBuilder(site.name()).append("\n小票 ").append(receipt);
        text.append('\n').append(at).append('\n').append("-".repeat(32)).append('\n');
        for (var line : lines) {
            var unit = Fen.of(line.unitFen());
            text.append(line.price().name()).append('\n');
            text.append(
                    "  %d × %-12s%12s%n"
                            .formatted(
                                    line.quantity(),
                                    unit.inYuan(),
                                    unit.times(line.quantity()).inYuan()));
        }
        text.append("-".repeat(32)).append('\n');
        text.append("合计 ").append(quote.grossFen().inYuan()).append('\n');
        text.append("助餐优惠 ")
                .append(quote.grossFen().minus(quote.elderPaysFen()).inYuan())
                .append('\n');
        return text.append("实付 ").append(quote.elderPaysFen().inYuan()).append('\n').toString();
    }
}
