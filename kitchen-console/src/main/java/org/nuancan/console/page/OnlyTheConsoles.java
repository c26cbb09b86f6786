package org.nuancan.console.page;

import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Switches off, in the console's context, what other services on the same class path bring along:
/// their beans, and the parts of the framework that only they use.
@SuppressWarnings("rawtypes") // BeanConfiguration asks for them.
final class OnlyTheConsoles implements BeanConfiguration {

    private static final String OURS = "org.nuancan.";
    private static final String CONSOLE = "org.nuancan.console.";
    private static final List<String> OTHERS =
            List.of(
                    "io.micronaut.security.",
                    "io.micronaut.data.",
                    "io.micronaut.flyway.",
                    "io.micronaut.jdbc.",
                    "io.micronaut.transaction.",
                    "io.micronaut.configuration.jdbc.",
                    "io.micronaut.configuration.lettuce.",
                    "io.micronaut.configuration.metrics.");

    @Override
    public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
        return false;
    }

    @Override
    public boolean isWithin(BeanDefinitionReference reference) {
        return isWithin(reference.getBeanDefinitionName());
    }

    @Override
    public boolean isWithin(String name) {
        return (name.startsWith(OURS) && !name.startsWith(CONSOLE))
                || OTHERS.stream().anyMatch(name::startsWith);
    }

    @Override
    public boolean isWithin(Class type) {
        return isWithin(type.getName());
    }

    @Override
    public Package getPackage() {
        return OnlyTheConsoles.class.getPackage();
    }

    @Override
    public String getName() {
        return "org.nuancan.others";
    }

    @Override
    public String getVersion() {
        return "";
    }

    @Override
    public AnnotationMetadata getAnnotationMetadata() {
        return AnnotationMetadata.EMPTY_METADATA;
    }
}
