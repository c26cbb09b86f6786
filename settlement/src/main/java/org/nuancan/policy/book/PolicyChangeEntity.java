package org.nuancan.policy.book;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// The row of `policy_change`.
///
/// @param changes number of releases and ends of policies
@MappedEntity("policy_change")
record PolicyChangeEntity(@Id int id, long changes) {}
