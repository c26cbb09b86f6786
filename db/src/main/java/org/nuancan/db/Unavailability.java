package org.nuancan.db;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognises failures that mean that the database cannot be used through this connection now, by
/// the vendor codes of MySQL and MariaDB and by the messages of the pool and the driver.
///
/// - Source: MySQL 9.7 "Server Error Message Reference", MariaDB "Error Codes".
final class Unavailability {

    /// The code of a server that runs with `read_only` or `super_read_only`.
    static final int READ_ONLY_SERVER = 1290;

    /// The server takes no writes: it or its schema is read-only, InnoDB recovers, it is in offline
    /// mode, or a commit or a binary log failed.
    private static final Set<Integer> NO_WRITES =
            Set.of(1180, READ_ONLY_SERVER, 1598, 1836, 1874, 1881, 3032, 3989);

    /// The server's replication group has no majority, rolled the transaction back, changes its
    /// primary, or stops; a new primary still applies the transactions of the old one.
    ///
    /// - 1792 (a write in a read-only transaction) is not among them: it is a defect of the caller.
    ///   A transaction of a server that becomes read-only gets 1290.
    private static final Set<Integer> GROUP =
            Set.of(3100, 3101, 3781, 3782, 3783, 3796, 3797, 3798, 3799, 4049, 4094);

    /// A disk or a table space is full, or the server could not write a file.
    private static final Set<Integer> NO_ROOM = Set.of(3, 1021, 1026, 1114);

    /// The server or an administrator ended the session or its statement, or no session is
    /// available.
    private static final Set<Integer> ENDED =
            Set.of(
                    1040, 1041, 1042, 1043, 1053, 1077, 1079, 1080, 1129, 1152, 1154, 1155, 1156,
                    1157, 1158, 1159, 1160, 1161, 1184, 1203, 1226, 1317, 1927, 1969, 3024, 3168,
                    3169, 4031);

    /// Codes for a failure below the statement; the message contains the operating system's error
    /// number.
    private static final Set<Integer> SYSTEM =
            Set.of(1005, 1006, 1016, 1024, 1030, 1034, 1105, 1296);

    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|disk (is )?full|(error|errno:?|errcode:?) \"?28\\b");

    /// Messages of the pool and the driver for a lost connection; neither gives it a code.
    private static final Pattern GONE =
            Pattern.compile("(?i)(connection|statement|result ?set) (is |was |has been )?closed");

    private Unavailability() {}

    static boolean shownBy(SQLException exception) {
        var state = Optional.ofNullable(exception.getSQLState()).orElse("");
        var code = exception.getErrorCode();
        return exception instanceof SQLRecoverableException
                || state.startsWith("08")
                || isWithoutWrites(exception)
                || ENDED.contains(code)
                || isOutOfRoom(exception)
                || (code == 0 && GONE.matcher(text(exception)).find());
    }

    static boolean isWithoutWrites(SQLException exception) {
        var code = exception.getErrorCode();
        return NO_WRITES.contains(code) || GROUP.contains(code);
    }

    /// Whether the server's disk is full, as far as the server reports it.
    static boolean isOutOfRoom(SQLException exception) {
        var code = exception.getErrorCode();
        return NO_ROOM.contains(code)
                || (SYSTEM.contains(code) && FULL.matcher(text(exception)).find());
    }

    private static String text(SQLException exception) {
        return Optional.ofNullable(exception.getMessage()).orElse("");
    }
}
