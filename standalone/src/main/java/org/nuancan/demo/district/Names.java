package org.nuancan.demo.district;

import java.util.List;

/// Makes random names that are usual for people of a given age.
final class Names {

    private static final List<String> FAMILY =
            List.of(
                    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
                    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹",
                    "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛",
                    "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "欧阳", "司马");

    private static final List<String> HER_FIRST =
            List.of("秀", "桂", "玉", "淑", "凤", "素", "丽", "春", "惠", "月", "兰", "文", "雅", "金", "美", "爱");

    private static final List<String> HER_SECOND =
            List.of("英", "兰", "珍", "华", "芬", "琴", "荣", "芝", "梅", "云", "霞", "香", "娥", "敏", "茹", "琳");

    private static final List<String> HIS_FIRST =
            List.of("建", "国", "志", "德", "永", "文", "长", "树", "玉", "振", "福", "庆", "宝", "学", "世", "家");

    private static final List<String> HIS_SECOND =
            List.of("国", "华", "强", "明", "福", "山", "生", "林", "民", "军", "平", "海", "江", "元", "祥", "忠");

    private final Dice dice;

    Names(Dice dice) {
        this.dice = dice;
    }

    String any(boolean female) {
        var given =
                female
                        ? dice.oneOf(HER_FIRST) + dice.oneOf(HER_SECOND)
                        : dice.oneOf(HIS_FIRST) + dice.oneOf(HIS_SECOND);
        return dice.oneOf(FAMILY) + given;
    }
}
