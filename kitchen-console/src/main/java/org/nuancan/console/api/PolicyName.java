package org.nuancan.console.api;

import java.util.Map;

/// What a policy is called.
///
/// @param name by language, `zh` and `en`
public record PolicyName(String code, int version, Map<String, String> name) {}
