package org.nuancan.demo.district;

import java.util.List;
import org.nuancan.policy.fact.Division;

/// A street of the district or of another place.
///
/// @param division 9 digits
/// @param name in Chinese
record Street(Division division, String name) {

    /// The street of the demo's tills: `desk`, `street` and `demo-pos` belong to it.
    static final Street MAIZIDIAN = of("110105012", "麦子店街道");

    /// The streets of Chaoyang with the codes of the Bureau of Statistics.
    static final List<Street> CHAOYANG =
            List.of(
                    MAIZIDIAN,
                    of("110105001", "建外街道"),
                    of("110105002", "朝外街道"),
                    of("110105003", "呼家楼街道"),
                    of("110105004", "三里屯街道"),
                    of("110105005", "左家庄街道"),
                    of("110105007", "和平街街道"),
                    of("110105008", "安贞街道"),
                    of("110105009", "亚运村街道"),
                    of("110105011", "酒仙桥街道"),
                    of("110105013", "团结湖街道"),
                    of("110105014", "六里屯街道"),
                    of("110105015", "八里庄街道"),
                    of("110105016", "双井街道"),
                    of("110105017", "劲松街道"),
                    of("110105018", "潘家园街道"));

    /// A street of the neighbouring district.
    static final Street DONGZHIMEN = of("110101009", "东直门街道");

    /// Streets of people whose household is registered in the city but not in the district.
    static final List<Division> ELSEWHERE_IN_THE_CITY =
            List.of(
                    DONGZHIMEN.division(),
                    new Division("110101006"),
                    new Division("110102007"),
                    new Division("110106003"),
                    new Division("110108012"));

    /// Places of people whose household is not registered in the city.
    static final List<Division> OUTSIDE =
            List.of(
                    new Division("130102001"),
                    new Division("210102003"),
                    new Division("370102004"),
                    new Division("410102002"));

    private static Street of(String code, String name) {
        return new Street(new Division(code), name);
    }
}
