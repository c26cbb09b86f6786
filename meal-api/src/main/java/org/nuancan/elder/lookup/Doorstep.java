package org.nuancan.elder.lookup;

import org.nuancan.elder.PersonName;

/// Where an elder is found; silent in text.
///
/// @param name the whole name
/// @param address as it was told, may be empty
/// @param phone as it was told, may be empty
public record Doorstep(PersonName name, String address, String phone) {

    @Override
    public String toString() {
        return "Doorstep[" + name.masked() + "]";
    }
}
