package org.nuancan.seal;

import java.util.List;

/// A part of the service that stores sealed values in the database. `verify` opens all of them.
public interface SealedColumns {

    /// The columns.
    List<SealedColumn> sealedColumns();

    /// Opens their values.
    Seal seal();
}
