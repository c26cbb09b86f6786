package org.nuancan.document;

/// What stands on a label.
///
/// @param corner how to find it: run and stop, or the place
/// @param who the masked name
/// @param where the address; may be empty
/// @param what the dish
/// @param warning what must not go wrong, in large type; may be empty
/// @param until until when it is to be eaten
/// @param note who accepted what speaks against it, in small type; may be empty
/// @param code what the QR code says
public record Label(
        String corner,
        String who,
        String where,
        String what,
        String warning,
        String until,
        String note,
        String code) {}
