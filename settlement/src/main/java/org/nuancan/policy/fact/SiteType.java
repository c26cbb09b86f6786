package org.nuancan.policy.fact;

/// Kind of a site that serves meals.
public enum SiteType {
    /// 养老服务中心
    CARE_CENTRE,
    /// 养老服务驿站
    STATION,
    /// 社会餐饮
    RESTAURANT,
    /// 老年餐桌
    ELDER_TABLE,
    /// 单位食堂
    STAFF_CANTEEN,
    /// 中央厨房
    CENTRAL_KITCHEN
}
