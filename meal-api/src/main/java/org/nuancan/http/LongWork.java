package org.nuancan.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks operations whose work or body grows with the request: uploads, exports, closes. They have
/// a later deadline than others ([RequestSettings]), and so has each of their statements.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface LongWork {

    /// Whether the answer has no end, as a page of live events; it then has no deadline.
    boolean endless() default false;
}
