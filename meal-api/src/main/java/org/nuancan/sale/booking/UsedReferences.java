package org.nuancan.sale.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.sale.Sale;
import org.nuancan.sale.Tender;

/// The acquirers' references that have already paid for an order. If two sales use one at the same
/// instant, the table's key refuses the second.
final class UsedReferences {

    private record Reference(TenderType type, String text) {}

    private final Set<Reference> used = new HashSet<>();

    static UsedReferences among(Connection connection, List<Sale> sales) throws SQLException {
        var references = new UsedReferences();
        var pairs =
                sales.stream()
                        .flatMap(sale -> sale.payment().tenders().stream())
                        .flatMap(tender -> of(tender).stream())
                        .map(one -> new @Nullable Object[] {one.type(), one.text()})
                        .toList();
        if (!pairs.isEmpty()) {
            Sql.on(connection, "select type, reference from tender_reference where (||)")
                    .withEither("type = ? and reference = ?", pairs)
                    .forEach(row ->
                            references.used.add(
                                    new Reference(
                                            row.name("type", TenderType.class),
                                            row.text("reference"))));
        }
        return references;
    }

    /// Takes the references of a sale; takes none if one of them is already used.
    boolean takeAll(List<Tender> tenders) {
        var taken = new HashSet<Reference>();
        for (var tender : tenders) {
            for (var reference : of(tender)) {
                if (used.contains(reference) || !taken.add(reference)) {
                    return false;
                }
            }
        }
        used.addAll(taken);
        return true;
    }

    private static List<Reference> of(Tender tender) {
        return tender.type().isTakenByProvider()
                ? List.of()
                : tender.reference().stream()
                        .map(text -> new Reference(tender.type(), text))
                        .toList();
    }
}
