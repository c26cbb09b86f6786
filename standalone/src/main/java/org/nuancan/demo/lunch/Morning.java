package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.demo.district.District;

/// Before the lunch: activates tills, finds a business day, reads the books.
///
/// @param noon shared by all parts of the lunch
/// @param tills activated and signed in
/// @param guests in the order in which they come
/// @param before the trial balance
record Morning(Noon noon, List<Till> tills, Guests guests, TrialBalance before) {

    private static final int TRIES = 5;
    private static final int SHOPS = 12;
    private static final int YEARS_AHEAD = 20;

    /// The first day from today on without bookings on it or after it: so the demo can be played
    /// again, each time a day later.
    static Morning begin(Api api, Session city, int tillCount) {
        var district = District.of(District.SEED);
        var earliest = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            var date = quietDay(city, earliest);
            var calendar = new Calendar(city, date);
            var morning = on(calendar, date, city, tills(api, city, tillCount), district);
            if (morning.isPresent()) {
                return morning.get();
            }
            earliest = date.plusDays(1);
        }
        throw new Disagreement("找不到空闲的营业日 · no business day without sales was found");
    }

    /// Tills are activated in the morning of the day that is played: a till's receipts from before
    /// its activation are refused.
    private static List<Till> tills(Api api, Session city, int count) {
        var shops = Town.shops(city, District.CHAOYANG, SHOPS);
        var tills = new ArrayList<Till>();
        for (var i = 0; i < count; i++) {
            tills.add(Till.open(api, city, shops.get(i % shops.size()), "演示 " + (i + 1)));
        }
        return tills;
    }

    private static LocalDate quietDay(Session city, LocalDate earliest) {
        var everything = TrialBalance.read(city, earliest.plusYears(YEARS_AHEAD));
        var day = earliest;
        while (!TrialBalance.read(city, day.minusDays(1)).equals(everything)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// Tries a day: the first sale shows whether it is still open.
    private static Optional<Morning> on(
            Calendar calendar, LocalDate date, Session city, List<Till> tills, District district) {
        var yesterday = "/v1/settlement/days/" + date.minusDays(1) + "/close";
        var _ = city.post(yesterday, Api.JSON.createObjectNode()).granted();
        var before = TrialBalance.read(city, date);
        var noon = new Noon(new Forecast(date, onlyBeijings(city)), calendar, new Tally());
        var guests = new Guests(district, date);
        var till = tills.getFirst();
        var sold = till.tryFirst(guests.passerBy(till.shop()), noon.forecast());
        sold.ifPresent(noon.tally()::sold);
        return sold.map(any -> new Morning(noon, List.copyOf(tills), guests, before));
    }

    private static boolean onlyBeijings(Session city) {
        return Town.all(city, "/v1/policies?limit=500").stream()
                .map(policy -> policy.path("code").asText())
                .allMatch(code -> code.equals("BJ-DINER") || code.equals("BJ-FLOW"));
    }

    LocalDate date() {
        return noon.forecast().date();
    }
}
