package org.nuancan.policy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// The row of `policy_change`.
///
/// @param changes how often a policy was released or ended
@MappedEntity("policy_change")
record PolicyChangeEntity(@Id int id, long changes) {}
