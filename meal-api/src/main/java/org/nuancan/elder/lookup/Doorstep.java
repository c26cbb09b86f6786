package org.nuancan.elder.lookup;

import org.nuancan.elder.PersonName;

/// Address and phone of an elder; `toString` does not show them.
///
/// @param name the whole name
/// @param address as it was given, may be empty
/// @param phone as it was given, may be empty
public record Doorstep(PersonName name, String address, String phone) {

    @Override
    public String toString() {
        return "Doorstep[" + name.masked() + "]";
    }
}
