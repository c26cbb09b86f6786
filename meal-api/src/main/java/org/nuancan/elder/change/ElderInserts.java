package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuancan.db.Ids;
import org.nuancan.db.InList;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.card.CardRepository;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.vault.Vault;

/// Writes new elders, many at once by few statements, in the transaction that is open.
@Singleton
public final class ElderInserts {

    private static final HexFormat HEX = HexFormat.of();

    private final Ids ids;
    private final Vault vault;
    private final NewElderTables tables;
    private final ElderRepository elders;
    private final CardRepository cards;
    private final ElderNotices notices;

    ElderInserts(
            Ids ids,
            Vault vault,
            NewElderTables tables,
            ElderRepository elders,
            CardRepository cards,
            ElderNotices notices) {
        this.ids = ids;
        this.vault = vault;
        this.tables = tables;
        this.elders = elders;
        this.cards = cards;
        this.notices = notices;
    }

    /// Which of these ID numbers are registered.
    public Set<IdNumber> known(Collection<IdNumber> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        var indexes = numbers.stream().map(vault::index).toList();
        var found = new HashSet<String>();
        for (var one : elders.findByIdNumberIndexIn(InList.of(indexes))) {
            found.add(HEX.formatHex(one.idNumberIndex()));
        }
        return numbers.stream()
                .filter(number -> found.contains(HEX.formatHex(vault.index(number))))
                .collect(Collectors.toSet());
    }

    /// Which of these card numbers are some elder's.
    public Set<CardNumber> knownCards(Collection<CardNumber> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        var values = numbers.stream().map(CardNumber::value).toList();
        return cards.known(InList.of(values)).stream()
                .map(CardNumber::new)
                .collect(Collectors.toSet());
    }

    /// Writes elders who are not registered yet.
    ///
    /// @return their ids, in the order of `some`
    public List<Long> insert(List<Enrolment> some, Written written) {
        var made = new ArrayList<Long>();
        for (var _ : some) {
            made.add(ids.next());
        }
        tables.insert(made, some, written);
        notices.registered(
                made,
                some.stream().map(one -> one.elder().standing().residence()).toList(),
                written);
        for (var at = 0; at < some.size(); at++) {
            var elderId = made.get(at);
            some.get(at).stays().forEach(stay -> notices.stay(elderId, stay));
            some.get(at).status().ifPresent(status -> notices.status(elderId, status));
        }
        return List.copyOf(made);
    }
}
