package org.nuancan.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// Every refusal a caller can get, and its status. The names are stable: terminals compare them.
///
/// What each is called and what to do next stands in `problems_zh.properties` and
/// `problems_en.properties`: `CODE.title`, `CODE.advice`; a test asks for both in both.
public enum ProblemCode {
    /// Another change of this account waits for a second person.
    ACCOUNT_CHANGE_PENDING(409),
    /// A second person has not confirmed the account yet.
    ACCOUNT_PENDING(403),
    /// Who asked for a change of an account may not confirm it.
    ACCOUNT_SECOND_PERSON(422),
    /// A delivery needs an address, and the elder's record has none.
    ADDRESS_REQUIRED(422),
    /// The request's first line is longer than is read.
    ADDRESS_TOO_LONG(414),
    /// A dish holds what the elder may not eat.
    ALLERGEN(422),
    /// An officer has decided about the finding.
    ANOMALY_RESOLVED(409),
    /// A pattern has no line whose grants could be recovered.
    ANOMALY_WITHOUT_LINE(422),
    /// None of the files that banks send.
    BANK_FILE_UNREADABLE(422),
    /// A budget does not fall below nothing.
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
    /// A card number that is somebody's ID number.
    CARD_NUMBER_INVALID(422),
    /// A card in this state cannot go into that one.
    CARD_STATE_REFUSED(422),
    /// No elder holds a card of this number.
    CARD_UNKNOWN(422),
    /// The code's time is over.
    CODE_EXPIRED(422),
    /// No code of ours, or its signature does not hold.
    CODE_UNKNOWN(422),
    /// The code has paid a meal already.
    CODE_USED(422),
    /// The credential is another elder's.
    CREDENTIAL_OF_ANOTHER(422),
    /// A day before the elder's birth, or too late for what it is said of.
    DAY_IMPOSSIBLE(422),
    /// Today and later days cannot be closed.
    DAY_NOT_OVER(422),
    /// The order is disputed already.
    DISPUTE_EXISTS(409),
    /// A difference is taken, explained and closed in this order.
    DIFFERENCE_STATE(409),
    /// The day of a failed order is closed; the proof came too late.
    DELIVERY_TOO_LATE(409),
    /// A dish does not meet a diet that the elder needs.
    DIET(422),
    /// No administrative division has this code.
    DIVISION_UNKNOWN(422),
    /// An elder with this ID number is known already.
    ELDER_EXISTS(409),
    /// The elder moved away, has died or was struck off.
    ELDER_NOT_ACTIVE(422),
    /// No elder with this number is registered.
    ELDER_UNKNOWN(422),
    /// The delivery provider has several fees, and none was named.
    FEE_AMBIGUOUS(422),
    /// Signed in, but not for this.
    FORBIDDEN(403),
    /// The headers of a request are together larger than is read.
    HEADERS_TOO_LARGE(431),
    /// A POST that needs a key came without.
    IDEMPOTENCY_KEY_REQUIRED(400),
    /// The same key came with other content.
    IDEMPOTENCY_KEY_REUSED(422),
    /// Not a number after GB 11643.
    ID_NUMBER_INVALID(422),
    /// The caller's earlier files are not worked off yet.
    IMPORTS_RUNNING(429),
    /// Two headers of the file mean one column.
    IMPORT_COLUMN_TWICE(422),
    /// The file is no CSV of the columns asked for.
    IMPORT_UNREADABLE(422),
    /// A defect of ours.
    INTERNAL(500),
    /// Name and password do not belong together, or the account is out of use.
    INVALID_CREDENTIALS(401),
    /// A refresh token that is unknown, used up or too old.
    INVALID_GRANT(400),
    /// The line is on hold.
    LINE_HELD(409),
    /// The line is not on hold.
    LINE_NOT_HELD(409),
    /// No payer bears anything of the line.
    LINE_WITHOUT_GRANT(422),
    /// Cooked too long ago to leave the kitchen, and not kept hot.
    MEAL_TOO_OLD(422),
    /// The site has no menu for this meal.
    MENU_UNKNOWN(422),
    /// The path exists, but not for this method.
    METHOD_NOT_ALLOWED(405),
    /// Nothing is approved and open.
    NOTHING_TO_PAY(422),
    /// Nothing we could answer fits the Accept header.
    NOT_ACCEPTABLE(406),
    /// Nothing there, or it belongs to somebody else.
    NOT_FOUND(404),
    /// No rider of the provider is free for this meal.
    NO_RIDERS(422),
    /// The rider is on no run.
    NOT_ON_RUN(422),
    /// The site takes no more orders for this meal.
    ORDERING_CLOSED(422),
    /// A standing plan orders the same meal for the elder.
    ORDER_COLLIDES(422),
    /// The order is of another meal, or not to be carried any more.
    ORDER_NOT_FOR_RUN(422),
    /// The order is on a run already.
    ORDER_ON_RUN(409),
    /// The meal is for a later day.
    ORDER_NOT_DUE(422),
    /// The order is in a state from which this step does not lead on.
    ORDER_STATE_REFUSED(409),
    /// An order comes to more than can be booked.
    ORDER_TOO_LARGE(422),
    /// A one-time password is changed before anything else.
    PASSWORD_CHANGE_REQUIRED(403),
    /// A new password that is easily guessed.
    PASSWORD_REFUSED(422),
    /// The present password is not this one.
    PASSWORD_WRONG(422),
    /// Nobody changes the own role, scope or state.
    OWN_ACCOUNT(403),
    /// More bytes than are taken.
    PAYLOAD_TOO_LARGE(413),
    /// The photo is not where photos lie, or not as it was taken.
    PHOTO_LOST(502),
    /// No JPEG or PNG that can be decoded.
    PHOTO_UNREADABLE(422),
    /// The photo, or one that shows the same, proves another order.
    PHOTO_USED(422),
    /// The wrong PIN was tried too often.
    PIN_LOCKED(422),
    /// A released version is never changed, only followed or ended.
    POLICY_ALREADY_RELEASED(409),
    /// This version of the policy exists already.
    POLICY_EXISTS(409),
    /// The policy breaks rules of the policy language.
    POLICY_MALFORMED(422),
    /// Owner and payers of a district's policy lie in that district.
    POLICY_NOT_OURS(422),
    /// Only what was released can be ended.
    POLICY_NOT_RELEASED(409),
    /// A version starts after today and does not end in the past.
    POLICY_PERIOD_REFUSED(422),
    /// Who wrote a policy may not release it.
    POLICY_SECOND_PERSON(422),
    /// More is ordered than the new menu has.
    PORTIONS_ORDERED(422),
    /// The price is not the price list's.
    PRICE_MISMATCH(422),
    /// An item with an open price, or sold at several, came without one.
    PRICE_REQUIRED(422),
    /// What was shown does not prove that the meal was handed over.
    PROOF_REFUSED(422),
    /// This kind of provider cannot do this.
    PROVIDER_KIND_REFUSED(422),
    /// No provider of this number in the caller's area.
    PROVIDER_UNKNOWN(422),
    /// A provider pays in no more than it owes.
    RECEIPT_EXCEEDS_DEBT(422),
    /// The reference counts already in this district.
    RECEIPT_ON_FILE(409),
    /// The tender needs the acquirer's reference.
    REFERENCE_REQUIRED(422),
    /// The acquirer's reference has paid already.
    REFERENCE_USED(422),
    /// More than is left of the order, or nothing is left.
    REFUND_EXCEEDS_ORDER(422),
    /// Wrong types, missing or unknown fields, values out of range.
    REQUEST_INVALID(400),
    /// The same key is being worked on.
    REQUEST_IN_PROGRESS(409),
    /// The request did not come as a whole in time.
    REQUEST_TOO_SLOW(408),
    /// The provider has no such rider.
    RIDER_UNKNOWN(422),
    /// Rounding goes with cash only, and never beyond what is paid.
    ROUNDING_REFUSED(422),
    /// The rider has not reported that the run left.
    RUN_NOT_LEFT(422),
    /// A sample is too small or not kept long enough.
    SAMPLE_REFUSED(422),
    /// The till sells for today only.
    SERVICE_DATE_REFUSED(422),
    /// The totals of this shift are on file.
    SHIFT_REPORTED(409),
    /// A site lies in its provider's district.
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
    /// Something is held, or found and not decided.
    STATEMENT_NOT_CLEAN(422),
    /// Nobody acts at two levels of one statement.
    STATEMENT_SECOND_PERSON(422),
    /// The step does not start from the statement's present state.
    STATEMENT_STATE_REFUSED(409),
    /// A stay overlaps another, or ends before it begins.
    STAY_REFUSED(422),
    /// The street has reviewed its lines.
    STREET_HAS_REVIEWED(409),
    /// The caller has as many live pages open as one may have.
    STREAM_LIMIT(429),
    /// The tenders are not what is to be paid.
    TENDERS_DO_NOT_ADD_UP(422),
    /// An activation code works once.
    TERMINAL_ALREADY_ACTIVE(422),
    /// Failed sign-ins, or far more requests than honest use needs.
    TOO_MANY_REQUESTS(429),
    /// No token, or one that no longer holds.
    UNAUTHENTICATED(401),
    /// The content is of a type not taken here.
    UNSUPPORTED_MEDIA_TYPE(415),
    /// The change is not possible in the record's present state.
    UNUSABLE(422),
    /// The name is taken.
    USER_EXISTS(409),
    /// Who made or changed an account does not confirm it.
    USER_SECOND_PERSON(403),
    /// A scope may name so many addresses and no more.
    WEBHOOK_LIMIT(422),
    /// Messages go to https addresses of the outside only.
    WEBHOOK_URL_REFUSED(422);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// What it is, in a few words.
    public String title(boolean english) {
        return text("title", english);
    }

    /// What to do next.
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

    /// Loaded once, with the first text asked for.
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
