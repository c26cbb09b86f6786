package org.nuancan.console.page;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.nuancan.console.api.Me;

/// The start page of a role.
///
/// @param tasks what is to do, the urgent first
/// @param parts what areas add below
public record HomePage(Me me, List<Task> tasks, List<JteModel> parts) {}
