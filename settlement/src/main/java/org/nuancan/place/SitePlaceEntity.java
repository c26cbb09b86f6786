package org.nuancan.place;

import io.micronaut.data.annotation.MappedEntity;

/// The place of a row of `site`.
@MappedEntity("site")
record SitePlaceEntity(long siteId, String division) {}
