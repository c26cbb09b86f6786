package org.nuancan.http.text;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.DefaultConstraintValidators;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Optional;

/// Makes `@Size` on a text count Unicode characters (code points), as the database columns do.
/// Java's strings store rare characters as two halves, which are not counted separately here: a
/// name of 100 characters always fits.
@Singleton
@Replaces(DefaultConstraintValidators.class)
final class SizeInCharacters extends DefaultConstraintValidators {

    private static final ConstraintValidator<Size, CharSequence> CHARACTERS =
            (text, size, _) -> {
                if (text == null) {
                    return true;
                }
                var length = Character.codePointCount(text, 0, text.length());
                return length >= size.intValue("min").orElse(0)
                        && length <= size.intValue("max").orElse(Integer.MAX_VALUE);
            };

    @Inject
    SizeInCharacters(BeanContext beans) {
        super(beans);
    }

    @Override
    @SuppressWarnings("unchecked") // of the annotation and the type that were requested
    public <A extends Annotation, T> Optional<ConstraintValidator<A, T>> findConstraintValidator(
            Class<A> constraint, Class<T> type) {
        return constraint.equals(Size.class) && CharSequence.class.isAssignableFrom(type)
                ? Optional.of((ConstraintValidator<A, T>) (ConstraintValidator<?, ?>) CHARACTERS)
                : super.findConstraintValidator(constraint, type);
    }
}
