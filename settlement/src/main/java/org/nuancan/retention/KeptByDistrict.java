package org.nuancan.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// Records of which those of a district go together.
public interface KeptByDistrict extends Kept {

    /// Whose records there are from before a day.
    List<String> districts(Connection connection, LocalDate before) throws SQLException;

    /// Deletes some of a district's from before a day.
    ///
    /// @return how many it deleted
    int forget(Connection connection, String district, LocalDate before) throws SQLException;

    @Override
    default int forget(Connection connection, LocalDate before, int most) throws SQLException {
        var gone = 0;
        for (var district : districts(connection, before)) {
            if (gone < most) {
                gone += forget(connection, district, before);
            }
        }
        return gone;
    }
}
