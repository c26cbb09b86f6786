package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.demo.district.DemoElder;
import org.nuancan.demo.district.Qualification;

/// Predicts the grants of Beijing's two policies for the first meal of the day, independently of
/// the service.
///
/// @param date the day of the lunch
/// @param trusted whether those two policies are the only ones in force; otherwise nothing is
///   predicted
record Forecast(LocalDate date, boolean trusted) {

    private static final long DINER_FEN = 500;
    private static final long FLOW_FEN = 300;
    private static final long BILL_MORE_THAN_FEN = 500;

    /// The same day without predictions: [#compare] checks nothing.
    Forecast silent() {
        return new Forecast(date, false);
    }

    boolean isEntitled(DemoElder elder, Shop shop) {
        return shop.isListedOn(date) && Qualification.of(elder, date);
    }

    /// Five yuan off a bill of more than five, half by the city and half by the district of the
    /// household; three yuan by the city for the site.
    List<Granted> grants(DemoElder elder, Shop shop, List<Item> items) {
        if (!isEntitled(elder, shop)) {
            return List.of();
        }
        var grants = new ArrayList<Granted>();
        if (Item.billFen(items) > BILL_MORE_THAN_FEN) {
            var district = elder.household().division().code().substring(0, 6);
            grants.add(
                    new Granted(
                            "BJ-DINER",
                            "DINER",
                            DINER_FEN,
                            List.of(
                                    new Granted.Part("11", DINER_FEN / 2),
                                    new Granted.Part(district, DINER_FEN / 2))));
        }
        grants.add(
                new Granted(
                        "BJ-FLOW",
                        "PROVIDER",
                        FLOW_FEN,
                        List.of(new Granted.Part("11", FLOW_FEN))));
        return List.copyOf(grants);
    }

    /// @throws Disagreement if the service granted something else
    void compare(Guest guest, Shop shop, List<Granted> granted) {
        if (trusted) {
            var expected =
                    guest.elder()
                            .map(elder -> grants(elder, shop, guest.items()))
                            .orElse(List.of());
            Disagreement.unlessAlike(
                    "补贴 · grants for " + guest.credential().orElse(null) + " at " + shop.name(),
                    expected,
                    granted);
        }
    }
}
