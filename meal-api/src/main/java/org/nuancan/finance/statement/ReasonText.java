package org.nuancan.finance.statement;

import org.nuancan.http.problem.Language;
import org.nuancan.policy.quote.RefusalReason;

/// Texts for the reasons why a policy granted nothing. They are written for street officers and
/// name no category.
final class ReasonText {

    private ReasonText() {}

    static String of(RefusalReason reason, Language language) {
        return language == Language.ENGLISH ? english(reason) : chinese(reason);
    }

    private static String chinese(RefusalReason reason) {
        return switch (reason) {
            case ELDER_NOT_ACTIVE -> "老人当日状态不是正常";
            case WHO -> "不属于该政策的对象";
            case IN_INSTITUTION -> "当日入住机构或住院";
            case WHERE -> "该餐点不在该政策的范围内";
            case SITE_NOT_LISTED -> "该餐点当日未备案";
            case SLOT -> "该餐次不在政策时段内";
            case DAY -> "当日不在政策日期内";
            case FULFILMENT -> "该就餐方式不在政策范围内";
            case BILL -> "账单金额不符合政策要求";
            case NO_DINER_GRANT -> "本餐没有就餐补贴";
            case LIMIT -> "已达次数或金额上限";
            case NOTHING_TO_GRANT -> "按政策计算为 0";
            case BEATEN -> "同组另一政策更优";
        };
    }

    private static String english(RefusalReason reason) {
        return switch (reason) {
            case ELDER_NOT_ACTIVE -> "the elder was not active on that day";
            case WHO -> "not among those the policy is for";
            case IN_INSTITUTION -> "in an institution or hospital on that day";
            case WHERE -> "the site is not one the policy names, or not near enough";
            case SITE_NOT_LISTED -> "the site was not filed with the district on that day";
            case SLOT -> "not at this meal of the day";
            case DAY -> "not on this kind of day";
            case FULFILMENT -> "not for a meal had this way";
            case BILL -> "the bill is not of the size asked for";
            case NO_DINER_GRANT -> "nothing was granted to the diner on this meal";
            case LIMIT -> "a limit leaves no room";
            case NOTHING_TO_GRANT -> "the amount computed is 0";
            case BEATEN -> "another policy of the group grants as much or more";
        };
    }
}
