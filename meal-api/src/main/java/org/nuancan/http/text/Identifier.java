package org.nuancan.http.text;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a reference, code or number of another system in a request's body: printable ASCII without
/// a blank at either end, stored unchanged, and no ID number. Its length is bounded by `@Size` or
/// `@Pattern` beside it.
///
/// Texts without this annotation or [Verbatim] are written by people: [org.nuancan.text.TextRule].
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = TextReaders.Identifiers.class)
public @interface Identifier {}
