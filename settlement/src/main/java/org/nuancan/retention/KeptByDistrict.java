package org.nuancan.retention;

import java.time.LocalDate;
import java.util.List;

/// Records of which those of a district go together.
public interface KeptByDistrict extends Kept {

    /// Whose records there are from before a day.
    List<String> districts(LocalDate before);

    /// Deletes some of a district's from before a day.
    ///
    /// @return how many it deleted
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
