package org.nuancan.provider.division;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `division`.
@MappedEntity("division")
record DivisionEntity(@Id String code, String name) {}
