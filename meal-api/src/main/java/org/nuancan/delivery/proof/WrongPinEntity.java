package org.nuancan.delivery.proof;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `delivery_wrong_pin`.
@MappedEntity("delivery_wrong_pin")
record WrongPinEntity(@Id long orderId, int tries) {}
