package org.nuancan.elder.importing;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.stream.Collectors;
import org.nuancan.elder.importing.file.ImportFault;
import org.nuancan.elder.importing.file.ImportRow;

/// A row of `elder_import_fault`: a row of a file that is not in.
///
/// @param fields by semicolons
/// @param codes by semicolons, as many as fields
@MappedEntity("elder_import_fault")
record ImportFaultEntity(@EmbeddedId Key id, String maskedIdNumber, String fields, String codes) {

    @Embeddable
    record Key(@MappedProperty("import_id") long importId, @MappedProperty("line") int line) {}

    static ImportFaultEntity of(long importId, ImportRow.Outcome.Bad row) {
        return new ImportFaultEntity(
                new Key(importId, row.line()),
                row.maskedIdNumber(),
                row.faults().stream().map(ImportFault::field).collect(Collectors.joining(";")),
                row.faults().stream()
                        .map(fault -> fault.code().name())
                        .collect(Collectors.joining(";")));
    }

    ImportJobService.Fault fault() {
        return new ImportJobService.Fault(id.line(), maskedIdNumber, fields, codes);
    }
}
