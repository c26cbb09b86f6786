package org.nuancan.demo.district;

import static org.nuancan.policy.fact.SiteType.CARE_CENTRE;
import static org.nuancan.policy.fact.SiteType.ELDER_TABLE;
import static org.nuancan.policy.fact.SiteType.RESTAURANT;
import static org.nuancan.policy.fact.SiteType.STAFF_CANTEEN;
import static org.nuancan.policy.fact.SiteType.STATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.policy.fact.SiteType;

/// Makes the providers and their sites: 40 sites of all types in Chaoyang, and one in Dongcheng,
/// which users of Chaoyang may not see.
final class Canteens {

    private static final LocalDate LISTED = LocalDate.of(2022, 4, 1);
    private static final List<String> ROADS =
            List.of("枣营路", "农展馆南路", "霄云路", "亮马桥路", "团结湖路", "金台路", "东三环北路", "麦子店西街");

    /// Names of providers with the types of their sites.
    private static final List<Map.Entry<String, List<SiteType>>> CANTEENS =
            List.of(
                    Map.entry("暖阳", List.of(STATION, CARE_CENTRE, STATION, ELDER_TABLE, STATION)),
                    Map.entry("福寿", List.of(STATION, STATION, CARE_CENTRE, STATION)),
                    Map.entry("和悦", List.of(CARE_CENTRE, STATION, STATION, ELDER_TABLE)),
                    Map.entry("老街坊", List.of(RESTAURANT, RESTAURANT, RESTAURANT)),
                    Map.entry("京味小馆", List.of(RESTAURANT, RESTAURANT, RESTAURANT)),
                    Map.entry("松鹤", List.of(CARE_CENTRE, STATION, STATION, ELDER_TABLE)),
                    Map.entry("邻里", List.of(ELDER_TABLE, ELDER_TABLE, STATION, STATION)),
                    Map.entry("百味", List.of(RESTAURANT, RESTAURANT)),
                    Map.entry("机关食堂联营", List.of(STAFF_CANTEEN, STAFF_CANTEEN, STAFF_CANTEEN)),
                    Map.entry("夕阳红", List.of(CARE_CENTRE, STATION, ELDER_TABLE, STATION)));

    private final Dice dice;
    private final Menu menu;
    private int accounts;

    Canteens(Dice dice) {
        this.dice = dice;
        this.menu = new Menu(dice);
    }

    List<DemoProvider> all() {
        var providers = new ArrayList<DemoProvider>();
        CANTEENS.forEach(
                canteens -> providers.add(canteens(canteens.getKey(), canteens.getValue())));
        providers.add(kitchen("京厨中央厨房", 2));
        providers.add(kitchen("味康中央厨房", 1));
        providers.add(delivery());
        providers.add(neighbour());
        return List.copyOf(providers);
    }

    private DemoProvider canteens(String name, List<SiteType> types) {
        var sites = new ArrayList<DemoSite>();
        for (var type : types) {
            // The terminal `demo-pos` is at the first site of the first canteen.
            var isFirst = accounts == 0 && sites.isEmpty();
            var street = isFirst ? Street.MAIZIDIAN : dice.oneOf(Street.CHAOYANG);
            var prices = isFirst ? Menu.whole() : menu.ofSite();
            sites.add(site(name, sites.size() + 1, street, type, prices));
        }
        return provider(name, DemoProvider.Kind.CANTEEN, District.CHAOYANG, sites);
    }

    private DemoProvider kitchen(String name, int sites) {
        var all = new ArrayList<DemoSite>();
        for (var i = 1; i <= sites; i++) {
            var street = dice.oneOf(Street.CHAOYANG);
            all.add(site(name, i, street, SiteType.CENTRAL_KITCHEN, menu.ofSite()));
        }
        return provider(name, DemoProvider.Kind.CENTRAL_KITCHEN, District.CHAOYANG, all);
    }

    /// The riders start at its only site; the delivery fee is on its price list.
    private DemoProvider delivery() {
        var depot = site("同城送餐", 1, Street.MAIZIDIAN, SiteType.CENTRAL_KITCHEN, Menu.DELIVERY);
        return provider("同城送餐", DemoProvider.Kind.DELIVERY, District.CHAOYANG, List.of(depot));
    }

    private DemoProvider neighbour() {
        var site = site("东直门食堂", 1, Street.DONGZHIMEN, SiteType.STATION, menu.ofSite());
        return provider("东直门食堂", DemoProvider.Kind.CANTEEN, District.DONGCHENG, List.of(site));
    }

    private DemoProvider provider(
            String name, DemoProvider.Kind kind, String district, List<DemoSite> sites) {
        accounts++;
        return new DemoProvider(
                "北京%s餐饮（演示）".formatted(name),
                kind,
                district,
                "9999000000%06d".formatted(accounts),
                "999100000%03d".formatted(accounts),
                List.copyOf(sites));
    }

    private DemoSite site(
            String brand, int number, Street street, SiteType type, List<Dish> prices) {
        var seats = dice.between(3, 20) * 6;
        return new DemoSite(
                "%s%s%s%d号".formatted(street.name().replace("街道", ""), brand, word(type), number),
                street.division(),
                type,
                grade(type),
                LISTED.plusDays(dice.between(0, 900)),
                // One in twenty is delisted, and goes on selling without any subsidy.
                accounts > 0 && dice.happens(500)
                        ? Optional.of(District.COUNTED_ON.minusMonths(3))
                        : Optional.empty(),
                "北京市%s%s%d号".formatted(street.name(), dice.oneOf(ROADS), dice.between(1, 99)),
                "39.9%04d".formatted(dice.between(0, 9_999)),
                "116.4%04d".formatted(dice.between(4_000, 9_999)),
                seats,
                seats * dice.between(3, 6),
                prices);
    }

    private int grade(SiteType type) {
        return switch (type) {
            case CARE_CENTRE -> dice.between(3, 5);
            case STATION -> dice.between(1, 3);
            case RESTAURANT, ELDER_TABLE, STAFF_CANTEEN, CENTRAL_KITCHEN -> 0;
        };
    }

    private static String word(SiteType type) {
        return switch (type) {
            case CARE_CENTRE -> "养老服务中心";
            case STATION -> "养老服务驿站";
            case RESTAURANT -> "餐厅";
            case ELDER_TABLE -> "老年餐桌";
            case STAFF_CANTEEN -> "职工食堂";
            case CENTRAL_KITCHEN -> "配餐点";
        };
    }
}
