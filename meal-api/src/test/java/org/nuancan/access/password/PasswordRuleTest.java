package org.nuancan.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource({
        "password, TOO_SHORT",
        "'        ', TOO_SHORT",
        "ninechars, TOO_SHORT",
        "暖餐暖餐暖餐暖餐暖, TOO_SHORT",
        "'          ', TOO_UNIFORM",
        "'　　　　　　　　　　', TOO_UNIFORM",
        "ababababab, TOO_UNIFORM",
        "暖暖暖暖暖暖暖暖暖餐, TOO_UNIFORM",
        "qwertyuiop, COMMON",
        "QwertyUiop, COMMON",
        "ｑｗｅｒｔｙｕｉｏｐ, COMMON",
        "1234567890, COMMON",
        "password123, COMMON",
        "Password1!, COMMON",
        "password!2026, COMMON",
        "!!manchester, COMMON",
        "wang.xiaoming, OWN_NAME",
        "WangXiaoMing, OWN_NAME",
        "wang_xiaoming2026, OWN_NAME",
    })
    void a_common_password_is_refused(String password, PasswordRule.Fault fault) {
        assertThat(PasswordRule.faultOf("Wang.Xiaoming", password)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noodles-at-eleven",
                "correct horse",
                "暖餐面条红豆粥十点半",
                "k7Qm2xHd9p",
                "the password of the street"
            })
    void a_long_uncommon_password_is_accepted(String password) {
        assertThat(PasswordRule.faultOf("Wang.Xiaoming", password)).isEmpty();
    }
}
