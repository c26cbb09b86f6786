package org.nuancan.seal;

import java.util.List;

/// A part of the service that keeps sealed values in the database. `verify` opens them all.
public interface SealedColumns {

    /// The columns.
    List<SealedColumn> sealedColumns();

    /// Opens their values.
    Seal seal();
}
