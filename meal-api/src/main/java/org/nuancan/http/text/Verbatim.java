package org.nuancan.http.text;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a text in a request's body that is stored unchanged and may look like an ID number: a
/// secret, an ID number, an account number, a signature, or an id that this service made. `@Size`
/// or `@Pattern` beside it bounds its length; a test lists these fields with the reason for each.
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = TextReaders.AsItCame.class)
public @interface Verbatim {}
