package org.nuancan.console.page;

/// Who bears a grant, as it is read.
public final class Payers {

    private static final String CHARITY = "CHARITY:";

    private Payers() {}

    /// `朝阳区` for `110105`, a charity's own name, the division's code where we know no name.
    public static String name(Frame frame, String payer) {
        return payer.startsWith(CHARITY)
                ? frame.t("payer.charity", payer.substring(CHARITY.length()))
                : frame.word("payer", payer);
    }
}
