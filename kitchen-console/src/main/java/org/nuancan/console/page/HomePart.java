package org.nuancan.console.page;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;

/// A part of the start page that an area of the console adds for some roles.
public interface HomePart {

    /// The part for this reader; empty if the role has none.
    Optional<JteModel> part(SignedIn reader, Frame frame);
}
