package org.nuancan.console.admin;

import java.util.List;
import java.util.Optional;

/// Accounts as the list shows them.
///
/// @param role which role is shown, empty for all
/// @param words part of a name
/// @param next the address of the next page, if there is one
public record UserList(String role, String words, List<User> items, Optional<String> next) {}
