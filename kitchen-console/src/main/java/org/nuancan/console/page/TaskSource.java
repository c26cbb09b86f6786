package org.nuancan.console.page;

import java.util.List;

/// What an area of the console has to do for a reader; areas implement it for the start page.
public interface TaskSource {

    /// The tasks of this reader's role; none if the role has none here.
    List<Task> tasks(SignedIn reader);
}
