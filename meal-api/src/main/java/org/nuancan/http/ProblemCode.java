package org.nuancan.http;

/// Every refusal a caller can get: its status, its title in both languages, and what to do next.
///
/// The names are stable: terminals compare them.
public enum ProblemCode {
    /// Wrong types, missing or unknown fields, values out of range.
    REQUEST_INVALID(
            400,
            "请求有误",
            "The request is malformed",
            "请按 errors 逐项修改后重新提交。",
            "Mend what errors names and send it again."),
    /// A POST that needs a key came without.
    IDEMPOTENCY_KEY_REQUIRED(
            400,
            "缺少 Idempotency-Key",
            "Idempotency-Key is missing",
            "请加上 1–128 个可打印 ASCII 字符的 Idempotency-Key 后重试。",
            "Send an Idempotency-Key of 1 to 128 printable ASCII characters."),
    /// No token, or one that no longer holds.
    UNAUTHENTICATED(401, "未登录", "Not signed in", "请登录后重试。", "Sign in and try again."),
    /// Signed in, but not for this.
    FORBIDDEN(403, "无权操作", "Not allowed", "请使用有此权限的账号。", "Use an account that may do this."),
    /// Nothing there, or it belongs to somebody else.
    NOT_FOUND(404, "未找到", "Not found", "请核对编号。", "Check the id."),
    /// A stale version in a PATCH.
    STALE_VERSION(409, "版本已过期", "Stale version", "请重新读取后再修改。", "Read it again, then change it."),
    /// The same key is being worked on.
    REQUEST_IN_PROGRESS(
            409,
            "请求处理中",
            "The request is still running",
            "请稍后用同一个键重试。",
            "Try again with the same key in a moment."),
    /// The same key came with other content.
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency-Key 已用于其他内容",
            "The Idempotency-Key was used for other content",
            "请换一个新的键。",
            "Use a new key."),
    /// The database gave no connection in time.
    BUSY(
            503,
            "系统繁忙",
            "The service is busy",
            "请稍后重试，用同一个键。",
            "Try again in a moment, with the same key.");

    private final int status;
    private final String titleZh;
    private final String titleEn;
    private final String adviceZh;
    private final String adviceEn;

    ProblemCode(int status, String titleZh, String titleEn, String adviceZh, String adviceEn) {
        this.status = status;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.adviceZh = adviceZh;
        this.adviceEn = adviceEn;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// What it is, in a few words.
    public String title(boolean english) {
        return english ? titleEn : titleZh;
    }

    /// What to do next.
    public String advice(boolean english) {
        return english ? adviceEn : adviceZh;
    }
}
