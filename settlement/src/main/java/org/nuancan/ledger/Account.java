package org.nuancan.ledger;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account of the books: its purpose and its owner. Debits are positive, credits negative.
public sealed interface Account {

    /// The part of [#name] before the colon.
    Kind kind();

    /// The part of [#name] after the colon.
    String owner();

    /// The name in the books and in exports: `earned:123`, `claim:CHARITY:Red Cross`.
    default String name() {
        return kind().prefix() + ":" + owner();
    }

    /// The kinds of accounts.
    enum Kind {
        EARNED,
        TILL,
        COLLECTED,
        DISCOUNT,
        CLAIM,
        ADJUST,
        PAYABLE,
        HELD,
        TRANSIT,
        BANK;

        /// The prefix in names and in the database.
        public String prefix() {
            return switch (this) {
                case EARNED -> "earned";
                case TILL -> "till";
                case COLLECTED -> "collected";
                case DISCOUNT -> "discount";
                case CLAIM -> "claim";
                case ADJUST -> "adjust";
                case PAYABLE -> "payable";
                case HELD -> "held";
                case TRANSIT -> "transit";
                case BANK -> "bank";
            };
        }

        private static final Map<String, Kind> BY_PREFIX =
                Stream.of(values()).collect(Collectors.toMap(Kind::prefix, kind -> kind));

        static Kind of(String prefix) {
            var kind = BY_PREFIX.get(prefix);
            if (kind == null) {
                throw new IllegalArgumentException("no kind of account: " + prefix);
            }
            return kind;
        }
    }

    /// Earnings of a provider from meals, fees and incentives of the day (credit).
    record Earned(long providerId) implements Account {
        @Override
        public Kind kind() {
            return Kind.EARNED;
        }

        @Override
        public String owner() {
            return Long.toString(providerId);
        }
    }

    /// The elders' share that a provider collected itself.
    record Till(long providerId) implements Account {
        @Override
        public Kind kind() {
            return Kind.TILL;
        }

        @Override
        public String owner() {
            return Long.toString(providerId);
        }
    }

    /// The elders' share that the platform's acquirer collected.
    record Collected(TenderType tender) implements Account {
        @Override
        public Kind kind() {
            return Kind.COLLECTED;
        }

        @Override
        public String owner() {
            return tender.name();
        }
    }

    /// Amounts that a provider bears.
    record Discount(long providerId) implements Account {
        @Override
        public Kind kind() {
            return Kind.DISCOUNT;
        }

        @Override
        public String owner() {
            return Long.toString(providerId);
        }
    }

    /// Amounts that a city, district, street or charity owes for grants.
    ///
    /// @param payer a division's code, or `CHARITY:` with a name
    record Claim(String payer) implements Account {
        @Override
        public Kind kind() {
            return Kind.CLAIM;
        }

        @Override
        public String owner() {
            return payer;
        }
    }

    /// Recoveries and corrections of the day.
    record Adjust(long providerId) implements Account {
        @Override
        public Kind kind() {
            return Kind.ADJUST;
        }

        @Override
        public String owner() {
            return Long.toString(providerId);
        }
    }

    /// Amounts owed to a provider on closed statements (credit).
    record Payable(long providerId) implements Account {
        @Override
        public Kind kind() {
            return Kind.PAYABLE;
        }

        @Override
        public String owner() {
            return Long.toString(providerId);
        }
    }

    /// The withheld part of the amounts owed to a provider (credit).
    record Held(long providerId) implements Account {
        @Override
        public Kind kind() {
            return Kind.HELD;
        }

        @Override
        public String owner() {
            return Long.toString(providerId);
        }
    }

    /// Payments of a district that are sent but not yet confirmed (credit).
    record Transit(String districtCode) implements Account {
        @Override
        public Kind kind() {
            return Kind.TRANSIT;
        }

        @Override
        public String owner() {
            return districtCode;
        }
    }

    /// A district's money.
    record Bank(String districtCode) implements Account {
        @Override
        public Kind kind() {
            return Kind.BANK;
        }

        @Override
        public String owner() {
            return districtCode;
        }
    }

    /// Parses a name.
    ///
    /// @throws IllegalArgumentException if there is no such account
    static Account of(String name) {
        var colon = name.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not the name of an account: " + name);
        }
        return of(name.substring(0, colon), name.substring(colon + 1));
    }

    /// The account with a given prefix and owner.
    ///
    /// @throws IllegalArgumentException if there is no such account
    static Account of(String prefix, String owner) {
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("an account has an owner: " + prefix);
        }
        return switch (Kind.of(prefix)) {
            case EARNED -> new Earned(Long.parseLong(owner));
            case TILL -> new Till(Long.parseLong(owner));
            case COLLECTED -> new Collected(TenderType.valueOf(owner));
            case DISCOUNT -> new Discount(Long.parseLong(owner));
            case CLAIM -> new Claim(owner);
            case ADJUST -> new Adjust(Long.parseLong(owner));
            case PAYABLE -> new Payable(Long.parseLong(owner));
            case HELD -> new Held(Long.parseLong(owner));
            case TRANSIT -> new Transit(owner);
            case BANK -> new Bank(owner);
        };
    }
}
