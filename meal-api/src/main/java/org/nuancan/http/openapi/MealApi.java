package org.nuancan.http.openapi;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/// Starts the service as a process.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Nuancan 暖餐",
                        version = "1",
                        description =
                                """
                                Subsidised meals for older people: elders and cards, providers and \
                                policies, the till, settlement. Money is whole fen; ids are texts; days \
                                are days in Asia/Shanghai. Every refusal is a problem (RFC 9457) with a \
                                stable `code`; `Accept-Language: zh` or `en`. Sign in with `POST /login` \
                                and send the access token as `Authorization: Bearer …`.
                                """),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public final class MealApi {

    private MealApi() {}

    /// Blocks until the process ends.
    public static void main(String[] args) {
        // The framework ends the process on SIGTERM. A second shutdown hook would take the same
        // locks in another order than the framework's.
        var _ = Micronaut.build(args).mainClass(MealApi.class).banner(false).start();
    }
}
