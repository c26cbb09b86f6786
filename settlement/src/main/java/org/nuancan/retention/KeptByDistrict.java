package org.nuancan.retention;

import java.time.LocalDate;
import java.util.List;

/// Records that are deleted together by district.
public interface KeptByDistrict extends Kept {

    /// The districts with records from before a day.
    List<String> districts(LocalDate before);

    /// Deletes some of a district's records from before a day.
    ///
    /// @return number of deleted records
    int forget(String district, LocalDate before);

    @Override
    default int forget(LocalDate before, int most) {
        var gone = 0;
        for (var district : districts(before)) {
            if (gone < most) {
                gone += forget(district, before);
            }
        }
        return gone;
    }
}
