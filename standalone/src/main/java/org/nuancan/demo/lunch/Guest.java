package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.demo.district.DemoElder;

/// A guest at the till with a tray.
///
/// @param elder empty for a guest without subsidy, who pays the full price
/// @param credential presented at the till; empty for a guest without subsidy
/// @param manner how the guest pays
record Guest(
        Optional<DemoElder> elder,
        Optional<Credential> credential,
        List<Item> items,
        Manner manner) {

    /// A card, an ID number or a one-time code.
    record Credential(String type, String value) {

        static Credential card(String number) {
            return new Credential("CARD", number);
        }

        static Credential idNumber(String number) {
            return new Credential("ID_NUMBER", number);
        }

        static Credential code(String text) {
            return new Credential("CODE", text);
        }

        ObjectNode json() {
            return Api.JSON.createObjectNode().put("type", type).put("value", value);
        }

        /// Without the value, since ID numbers are never printed.
        @Override
        public String toString() {
            return type.equals("CARD") ? "CARD " + value : type;
        }
    }

    /// The ways of paying.
    enum Manner {
        CASH,
        MOBILE,
        BANK_CARD,
        ECNY,
        ALLOWANCE,
        /// Partly in cash, the rest by telephone.
        COINS_AND_MOBILE
    }

    /// A payment in cash is rounded down, and the provider bears the difference.
    long roundingFen(long elderPaysFen) {
        return manner == Manner.CASH ? elderPaysFen % 10 : 0;
    }

    List<Tender> tenders(long elderPaysFen) {
        var due = elderPaysFen - roundingFen(elderPaysFen);
        if (due == 0) {
            return List.of();
        }
        if (manner == Manner.COINS_AND_MOBILE) {
            var tenders = new ArrayList<Tender>();
            var coins = Math.min(due, 300);
            tenders.add(Tender.of(Tender.Type.CASH, coins));
            if (due > coins) {
                tenders.add(Tender.of(Tender.Type.MOBILE, due - coins));
            }
            return List.copyOf(tenders);
        }
        return List.of(Tender.of(Tender.Type.valueOf(manner.name()), due));
    }

    Guest showing(Credential other) {
        return new Guest(elder, Optional.of(other), items, manner);
    }
}
