package org.nuancan.console.page;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.session.ConsoleSettings;

/// What the console is put together from besides its own beans.
@Factory
final class Parts {

    @Singleton
    MealApi mealApi(ConsoleSettings settings) {
        return new MealApi(settings.apiUrl());
    }

    @Singleton
    ApiClient apiClient(ConsoleSettings settings) {
        return new ApiClient(settings.apiUrl());
    }

    /// Real time: tokens expire by it, not by the business clock.
    @Primary
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
