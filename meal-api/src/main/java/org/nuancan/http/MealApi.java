package org.nuancan.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;

/// Starts the service in a process of its own.
public final class MealApi {

    private MealApi() {}

    /// Blocks until the process is told to end.
    public static void main(String[] args) {
        ApplicationContext context =
                Micronaut.build(args).mainClass(MealApi.class).banner(false).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(context::close));
    }
}
