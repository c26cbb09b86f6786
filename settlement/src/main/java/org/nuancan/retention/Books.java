package org.nuancan.retention;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Period;

/// The records that are never changed: journals, statements, and who signed in when.
@Factory
final class Books {

    /// 会计档案管理办法 (2015): accounting vouchers and books 30 years.
    @Bean
    @Singleton
    @Named("journals")
    Kept journals(
            @Property(name = "nuancan.retention.journals", defaultValue = "P30Y") Period period) {
        return new Forever(
                "journals", period, "select count(*) as due from journal where booking_date < ?");
    }

    /// The same rules: statements and reconciliations 10 years.
    @Bean
    @Singleton
    @Named("statements")
    Kept statements(
            @Property(name = "nuancan.retention.statements", defaultValue = "P10Y") Period period) {
        return new Forever(
                "statements",
                period,
                "select count(*) as due from statement where statement_date < ?");
    }

    /// 网络安全法 article 21: logs at least 6 months. They stand in the audit log's chain.
    @Bean
    @Singleton
    @Named("sign-ins")
    Kept signIns(
            @Property(name = "nuancan.retention.access-logs", defaultValue = "P6M") Period period) {
        return new Forever(
                "access-logs",
                period,
                "select count(*) as due from audit_entry where area = 'SIGN_IN' and acted_at < ?");
    }
}
