package org.nuancan.console.finance;

import org.nuancan.console.api.Statement;

/// One statement with the first of its lines.
///
/// @param provider its name, or its id
public record StatementPage(Statement statement, String provider, Lines lines) {}
