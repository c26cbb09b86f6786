package org.nuancan.http;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.DefaultConstraintValidators;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Optional;

/// Lets `@Size` count a text in Unicode characters (code points), as MySQL's columns and JSON
/// Schema (`maxLength`) do. A rare character of a name such as 𪝆 is one, not two.
@Singleton
@Replaces(DefaultConstraintValidators.class)
final class CharacterLengths extends DefaultConstraintValidators {

    private static final ConstraintValidator<Size, CharSequence> OF_TEXT =
            (text, size, _) ->
                    text == null
                            || isWithin(
                                    text,
                                    size.intValue("min").orElse(0),
                                    size.intValue("max").orElse(Integer.MAX_VALUE));

    CharacterLengths(BeanContext context) {
        super(context);
    }

    @Override
    @SuppressWarnings("unchecked") // asked for Size and a kind of text
    public <A extends Annotation, T> Optional<ConstraintValidator<A, T>> findConstraintValidator(
            Class<A> constraint, Class<T> target) {
        return constraint.equals(Size.class) && CharSequence.class.isAssignableFrom(target)
                ? Optional.of((ConstraintValidator<A, T>) (ConstraintValidator<?, ?>) OF_TEXT)
                : super.findConstraintValidator(constraint, target);
    }

    private static boolean isWithin(CharSequence text, int min, int max) {
        var length = Character.codePointCount(text, 0, text.length());
        return length >= min && length <= max;
    }
}
