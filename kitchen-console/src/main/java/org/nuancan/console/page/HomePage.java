package org.nuancan.console.page;

import java.util.List;
import org.nuancan.console.api.Me;

/// The start page of a role.
///
/// @param tasks what is to do, the urgent first
public record HomePage(Me me, List<Task> tasks) {}
