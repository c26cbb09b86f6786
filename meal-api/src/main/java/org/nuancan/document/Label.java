package org.nuancan.document;

/// The content of a label.
///
/// @param corner run and stop, or the place
/// @param who the masked name
/// @param where the address; may be empty
/// @param what the dish
/// @param warning allergens and needs, in large type; may be empty
/// @param until time until which the meal is to be eaten
/// @param note who accepted a warning, in small type; may be empty
/// @param code content of the QR code
public record Label(
        String corner,
        String who,
        String where,
        String what,
        String warning,
        String until,
        String note,
        String code) {}
