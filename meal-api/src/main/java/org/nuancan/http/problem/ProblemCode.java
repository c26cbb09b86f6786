package org.nuancan.http.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// Every refusal that a caller can get, with its HTTP status. The names are stable: terminals
/// compare them.
///
/// The title and the advice for each code are in `problems_zh.properties` and
/// `problems_en.properties`: `CODE.title`, `CODE.advice`; a test checks that both files have both.
public enum ProblemCode {
    /// Another change of this account waits for a second person.
    ACCOUNT_CHANGE_PENDING(409),
    /// A second person has not confirmed the account yet.
    ACCOUNT_PENDING(403),
    /// The person who requested a change of an account may not confirm it.
    ACCOUNT_SECOND_PERSON(422),
    /// A delivery needs an address, and the elder's record has none.
    ADDRESS_REQUIRED(422),
    /// The request's first line is too long.
    ADDRESS_TOO_LONG(414),
    /// A dish contains an allergen of the elder.
    ALLERGEN(422),
    /// An officer has decided about the finding.
    ANOMALY_RESOLVED(409),
    /// A pattern has no line whose grants could be recovered.
    ANOMALY_WITHOUT_LINE(422),
    /// The file has none of the formats that banks send.
    BANK_FILE_UNREADABLE(422),
    /// A budget cannot be less than zero.
    BUDGET_BELOW_ZERO(422),
    /// The database gave no connection or no lock in time.
    BUSY(503),
    /// The card was cancelled for good.
    CARD_CANCELLED(422),
    /// Another elder, or this one, holds a card of this number.
    CARD_EXISTS(409),
    /// The card's last day has passed.
    CARD_EXPIRED(422),
    /// The card was frozen by an officer.
    CARD_FROZEN(422),
    /// The card was reported lost.
    CARD_LOST(422),
    /// A card number that is an ID number of a person.
    CARD_NUMBER_INVALID(422),
    /// The card's state does not allow this change of state.
    CARD_STATE_REFUSED(422),
    /// No elder holds a card of this number.
    CARD_UNKNOWN(422),
    /// The code has expired.
    CODE_EXPIRED(422),
    /// This service did not make the code, or its signature is wrong.
    CODE_UNKNOWN(422),
    /// The code has already paid for a meal.
    CODE_USED(422),
    /// The credential is another elder's.
    CREDENTIAL_OF_ANOTHER(422),
    /// A day before the elder's birth, or later than this field allows.
    DAY_IMPOSSIBLE(422),
    /// Today and later days cannot be closed.
    DAY_NOT_OVER(422),
    /// The order is disputed already.
    DISPUTE_EXISTS(409),
    /// A difference is taken, then explained, then closed; this step is not the next one.
    DIFFERENCE_STATE(409),
    /// The day of a failed order is closed; the proof came too late.
    DELIVERY_TOO_LATE(409),
    /// A dish does not meet a diet that the elder needs.
    DIET(422),
    /// No administrative division has this code.
    DIVISION_UNKNOWN(422),
    /// An elder with this ID number is known already.
    ELDER_EXISTS(409),
    /// The elder moved away, has died or was removed.
    ELDER_NOT_ACTIVE(422),
    /// No elder with this number is registered.
    ELDER_UNKNOWN(422),
    /// The delivery provider has several fees, and none was named.
    FEE_AMBIGUOUS(422),
    /// The caller is signed in, but may not do this.
    FORBIDDEN(403),
    /// The headers of a request are together too large.
    HEADERS_TOO_LARGE(431),
    /// A POST that needs an idempotency key has none.
    IDEMPOTENCY_KEY_REQUIRED(400),
    /// The same key came with other content.
    IDEMPOTENCY_KEY_REUSED(422),
    /// Not a valid number by GB 11643.
    ID_NUMBER_INVALID(422),
    /// The caller's earlier files are not yet processed.
    IMPORTS_RUNNING(429),
    /// Two headers of the file mean one column.
    IMPORT_COLUMN_TWICE(422),
    /// The file is not a CSV with the required columns.
    IMPORT_UNREADABLE(422),
    /// A defect of this service.
    INTERNAL(500),
    /// Name and password do not match, or the account is not in use.
    INVALID_CREDENTIALS(401),
    /// The refresh token is unknown, used or too old.
    INVALID_GRANT(400),
    /// The line is on hold.
    LINE_HELD(409),
    /// The line is not on hold.
    LINE_NOT_HELD(409),
    /// No payer bears any part of the line.
    LINE_WITHOUT_GRANT(422),
    /// Cooked too long ago to leave the kitchen, and not kept hot.
    MEAL_TOO_OLD(422),
    /// The site has no menu for this meal.
    MENU_UNKNOWN(422),
    /// The path exists, but not for this method.
    METHOD_NOT_ALLOWED(405),
    /// Nothing is approved and unpaid.
    NOTHING_TO_PAY(422),
    /// The service has no format that fits the Accept header.
    NOT_ACCEPTABLE(406),
    /// The record does not exist, or belongs to another party.
    NOT_FOUND(404),
    /// No rider of the provider is free for this meal.
    NO_RIDERS(422),
    /// The rider is on no run.
    NOT_ON_RUN(422),
    /// The site takes no more orders for this meal.
    ORDERING_CLOSED(422),
    /// A standing plan orders the same meal for the elder.
    ORDER_COLLIDES(422),
    /// The order is for another meal, or must not be delivered any more.
    ORDER_NOT_FOR_RUN(422),
    /// The order is on a run already.
    ORDER_ON_RUN(409),
    /// The meal is for a later day.
    ORDER_NOT_DUE(422),
    /// The order's state does not allow this step.
    ORDER_STATE_REFUSED(409),
    /// The order's sum is more than can be booked.
    ORDER_TOO_LARGE(422),
    /// The one-time password must be changed first.
    PASSWORD_CHANGE_REQUIRED(403),
    /// The new password is easy to guess.
    PASSWORD_REFUSED(422),
    /// The present password is wrong.
    PASSWORD_WRONG(422),
    /// Users cannot change their own role, scope or state.
    OWN_ACCOUNT(403),
    /// The body has more bytes than the limit.
    PAYLOAD_TOO_LARGE(413),
    /// The photo is missing in the store, or differs from the stored one.
    PHOTO_LOST(502),
    /// The file is not a JPEG or PNG that can be decoded.
    PHOTO_UNREADABLE(422),
    /// The photo, or one of the same scene, is already the proof of another order.
    PHOTO_USED(422),
    /// The wrong PIN was tried too often.
    PIN_LOCKED(422),
    /// A released version cannot be changed; it can be followed by another or ended.
    POLICY_ALREADY_RELEASED(409),
    /// This version of the policy exists already.
    POLICY_EXISTS(409),
    /// The policy breaks rules of the policy language.
    POLICY_MALFORMED(422),
    /// Owner and payers of a district's policy must belong to that district.
    POLICY_NOT_OURS(422),
    /// Only a released version can be ended.
    POLICY_NOT_RELEASED(409),
    /// A version must start after today, and cannot end in the past.
    POLICY_PERIOD_REFUSED(422),
    /// The author of a policy may not release it.
    POLICY_SECOND_PERSON(422),
    /// More portions are ordered than the new menu has.
    PORTIONS_ORDERED(422),
    /// The price differs from the price list.
    PRICE_MISMATCH(422),
    /// An item with an open price, or sold at several prices, has no price.
    PRICE_REQUIRED(422),
    /// The presented proof does not show that the meal was handed over.
    PROOF_REFUSED(422),
    /// This kind of provider cannot do this.
    PROVIDER_KIND_REFUSED(422),
    /// The provider is suspended, resumed or ended already.
    PROVIDER_STATE_REFUSED(409),
    /// The provider is suspended or has ended: no subsidy and no new orders.
    PROVIDER_SUSPENDED(422),
    /// No provider of this number in the caller's area.
    PROVIDER_UNKNOWN(422),
    /// The money received is more than the provider owes.
    RECEIPT_EXCEEDS_DEBT(422),
    /// The district already has a receipt with this reference.
    RECEIPT_ON_FILE(409),
    /// The tender needs the acquirer's reference.
    REFERENCE_REQUIRED(422),
    /// The acquirer's reference has already paid for an order.
    REFERENCE_USED(422),
    /// More than is left of the order, or nothing is left.
    REFUND_EXCEEDS_ORDER(422),
    /// Wrong types, missing or unknown fields, values out of range.
    REQUEST_INVALID(400),
    /// A request with the same key is in progress.
    REQUEST_IN_PROGRESS(409),
    /// The request did not arrive completely in time.
    REQUEST_TOO_SLOW(408),
    /// The provider has no such rider.
    RIDER_UNKNOWN(422),
    /// Rounding is allowed only with cash, and never beyond the amount paid.
    ROUNDING_REFUSED(422),
    /// The rider has not reported that the run left.
    RUN_NOT_LEFT(422),
    /// A sample is too small or not kept long enough.
    SAMPLE_REFUSED(422),
    /// A till sells for today only.
    SERVICE_DATE_REFUSED(422),
    /// A report of this shift is already on file.
    SHIFT_REPORTED(409),
    /// A site must be in its provider's district.
    SITE_NOT_IN_DISTRICT(422),
    /// No site of this number in the caller's area.
    SITE_UNKNOWN(422),
    /// The price list has no such item.
    SKU_UNKNOWN(422),
    /// No portion is left.
    SOLD_OUT(422),
    /// The record was changed since it was read.
    STALE_VERSION(409),
    /// A dispute is open.
    STATEMENT_DISPUTED(409),
    /// A line is on hold, or a finding is not yet decided.
    STATEMENT_NOT_CLEAN(422),
    /// One person may not act at two levels of one statement.
    STATEMENT_SECOND_PERSON(422),
    /// The statement's state does not allow this step.
    STATEMENT_STATE_REFUSED(409),
    /// The statistic has more cells than one answer can hold.
    STATISTICS_TOO_LARGE(422),
    /// A stay overlaps another, or ends before it begins.
    STAY_REFUSED(422),
    /// The street has already reviewed its lines.
    STREET_HAS_REVIEWED(409),
    /// The caller has the most live pages open that are allowed.
    STREAM_LIMIT(429),
    /// The sum of the tenders is not the amount to pay.
    TENDERS_DO_NOT_ADD_UP(422),
    /// The activation code was already used.
    TERMINAL_ALREADY_ACTIVE(422),
    /// Failed sign-ins, or far more requests than normal use needs.
    TOO_MANY_REQUESTS(429),
    /// The token is missing or not valid.
    UNAUTHENTICATED(401),
    /// The step was recorded too long ago to be taken back.
    UNDO_TOO_LATE(422),
    /// The operation does not accept this content type.
    UNSUPPORTED_MEDIA_TYPE(415),
    /// The record's state does not allow this change.
    UNUSABLE(422),
    /// The name is already used.
    USER_EXISTS(409),
    /// A person who made or changed an account may not confirm it.
    USER_SECOND_PERSON(403),
    /// The scope has the most webhook addresses that are allowed.
    WEBHOOK_LIMIT(422),
    /// Webhook addresses must be https and outside the private networks.
    WEBHOOK_URL_REFUSED(422);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The title, a few words.
    public String title(boolean english) {
        return text("title", english);
    }

    /// The advice: what to do next.
    public String advice(boolean english) {
        return text("advice", english);
    }

    /// The URI of the page that explains it: `/problems/` and the name in small letters.
    public String type() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String kind, boolean english) {
        var texts = english ? Texts.ENGLISH : Texts.CHINESE;
        var key = name() + "." + kind;
        return Objects.requireNonNull(texts.getProperty(key), () -> "no text for " + key);
    }

    /// The texts, loaded when the first one is needed.
    private static final class Texts {

        static final Properties CHINESE = load("problems_zh.properties");
        static final Properties ENGLISH = load("problems_en.properties");

        private static Properties load(String name) {
            try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                var texts = new Properties();
                texts.load(reader);
                return texts;
            } catch (IOException exception) {
                throw new UncheckedIOException(name, exception);
            }
        }
    }
}
