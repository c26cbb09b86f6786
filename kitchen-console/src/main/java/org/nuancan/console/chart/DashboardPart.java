package org.nuancan.console.chart;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Frame;
import org.nuancan.console.page.HomePart;
import org.nuancan.console.page.SignedIn;

/// The charts on the start page of district and city.
@Singleton
final class DashboardPart implements HomePart {

    private static final int DAYS = 14;

    private final StaticTemplates templates = new StaticTemplates();
    private final DashboardClient client;
    private final BusinessDays days;

    DashboardPart(DashboardClient client, BusinessDays days) {
        this.client = client;
        this.days = days;
    }

    @Override
    public Optional<JteModel> part(SignedIn reader, Frame frame) {
        if (!reader.is("DISTRICT_OFFICER", "DISTRICT_FINANCE", "CITY_ADMIN")) {
            return Optional.empty();
        }
        var asking = reader.asking();
        var today = days.today(reader);
        var dashboard =
                new Dashboard(
                        client.days(asking, today.minusDays(DAYS - 1), today),
                        client.spending(asking, today.getYear()),
                        client.ageing(asking),
                        today);
        return Optional.of(templates.chartDashboard(frame, dashboard));
    }
}
