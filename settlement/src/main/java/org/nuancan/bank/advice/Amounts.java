package org.nuancan.bank.advice;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.nuancan.money.Fen;

/// Reads amounts of money exactly.
public final class Amounts {

    /// Replaces a text that is no amount of CNY in whole fen. It differs from the amount of every
    /// payment.
    public static final Fen OTHER = Fen.of(-1);

    private static final String CURRENCY = "CNY";
    private static final int FEN_DIGITS = 2;
    private static final int LONGEST = 24;
    private static final Pattern YUAN =
            Pattern.compile("\\+?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\\.[0-9]{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

    private Amounts() {}

    /// Reads yuan with at most two decimals.
    public static Fen yuan(String currency, String text) {
        var bare = text.strip();
        if (!CURRENCY.equals(currency)
                || bare.length() > LONGEST
                || !YUAN.matcher(bare).matches()) {
            return OTHER;
        }
        return Fen.of(
                new BigDecimal(bare.replace(",", "")).movePointRight(FEN_DIGITS).longValueExact());
    }

    /// Reads whole fen.
    public static Fen fen(String text) {
        var bare = text.strip();
        return WHOLE.matcher(bare).matches() ? Fen.of(Long.parseLong(bare)) : OTHER;
    }
}
