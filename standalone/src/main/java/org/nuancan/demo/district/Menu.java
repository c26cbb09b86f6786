package org.nuancan.demo.district;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The dishes and goods of the price lists.
final class Menu {

    /// The set meals: the first lines of each price list that has lunch.
    private static final List<Dish> SETS =
            List.of(
                    Dish.food("SET-A", "午餐套餐 两荤一素", 1800),
                    Dish.food("SET-B", "午餐套餐 一荤两素", 1500),
                    Dish.food("SET-SOFT", "软食套餐", 1600));

    private static final List<Dish> DISHES =
            List.of(
                    Dish.food("NOODLE-EGG", "西红柿鸡蛋面", 1200),
                    Dish.food("NOODLE-ZHAJIANG", "老北京炸酱面", 1400),
                    Dish.food("DUMPLING-PORK", "猪肉白菜水饺", 1600),
                    Dish.food("DUMPLING-FENNEL", "茴香水饺", 1550),
                    Dish.food("FISH-STEAMED", "清蒸鲈鱼", 2600),
                    Dish.food("MEATBALL", "红烧狮子头", 1350),
                    Dish.food("CHICKEN-KUNGPAO", "宫保鸡丁", 1450),
                    Dish.food("BEEF-POTATO", "土豆炖牛肉", 2200),
                    Dish.food("TOFU-HOME", "家常豆腐", 900),
                    Dish.food("EGGPLANT", "红烧茄子", 1000),
                    Dish.food("GREENS", "蒜蓉油菜", 700),
                    Dish.food("CABBAGE", "醋溜白菜", 650),
                    Dish.food("PUMPKIN", "蒸南瓜", 480));

    private static final List<Dish> SIDES =
            List.of(
                    Dish.food("RICE", "米饭", 150),
                    Dish.food("MANTOU", "馒头", 100),
                    Dish.food("BUN-BEAN", "豆沙包", 200),
                    Dish.food("CONGEE", "小米粥", 250),
                    Dish.food("EGG-TEA", "茶叶蛋", 180),
                    Dish.food("SOYMILK", "豆浆", 220));

    private static final Dish BY_WEIGHT = Dish.byWeight("BUFFET", "自选称重");

    private static final List<Dish> GOODS =
            List.of(Dish.goods("BEER", "燕京啤酒 500ml", 600), Dish.goods("TISSUE", "纸巾", 210));

    /// The delivery fee.
    static final List<Dish> DELIVERY = List.of(Dish.goods("DELIVERY-FEE", "送餐费", 300));

    private final Dice dice;

    Menu(Dice dice) {
        this.dice = dice;
    }

    /// All dishes and goods, at their base prices.
    static List<Dish> whole() {
        return Stream.of(SETS, DISHES, SIDES, List.of(BY_WEIGHT), GOODS)
                .flatMap(List::stream)
                .toList();
    }

    /// The list of one site: all set meals, sides, food by weight and goods, and most of the
    /// dishes.
    List<Dish> ofSite() {
        var dearer = dice.byWeight(6, 3, 1) * 50L;
        var list = new ArrayList<>(SETS);
        DISHES.stream().filter(any -> dice.happens(7_500)).forEach(list::add);
        list.addAll(SIDES);
        list.add(BY_WEIGHT);
        list.addAll(GOODS);
        return list.stream().map(dish -> dish.dearer(dearer)).toList();
    }
}
