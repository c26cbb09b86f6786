package org.nuancan.access;

import java.util.regex.Pattern;

/// The format of account names.
public final class AccountName {

    static final String FORM = "[0-9A-Za-z][0-9A-Za-z._@-]{0,63}";

    /// A name that a person may be given: not an ID number, which terminals' ids look like.
    public static final String NEW = "(?!\\d{17}[0-9Xx]$)" + FORM;

    private static final Pattern NAMES = Pattern.compile(FORM);

    private AccountName() {}

    /// Whether an account could have this name. The column holds ASCII only, so other letters are
    /// excluded.
    public static boolean isPossible(String name) {
        return NAMES.matcher(name).matches();
    }
}
