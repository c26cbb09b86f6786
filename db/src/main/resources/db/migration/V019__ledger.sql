-- The books: days, journals and postings, and failures of meals whose day is not closed yet.
-- Written by package ledger alone; package close marks days through it.
--
-- A failure is provisional until its day is closed (docs/decisions/0021). Journals and postings are only ever added;
-- triggers refuse the rest, but for those before their retention mark. Where the binary log is on, MySQL lets a user
-- without SUPER create triggers only with log_bin_trust_function_creators = 1 (docs/decisions/0240).

create table business_day (
    day          date not null comment 'Day',
    state        varchar(8) character set ascii collate ascii_bin not null comment 'OPEN, CLOSING or CLOSED',
    orders       bigint null comment 'Number of orders of the day; null until it is closed',
    statements   bigint null comment 'Number of statements of the day; null until it is closed',
    content_hash char(64) character set ascii collate ascii_bin null
        comment 'Hash over the statements of the day, hex; null until it is closed',
    closed_at    datetime(6) null comment 'When it was closed, UTC',
    closing_at   datetime(6) null comment 'When its close began, UTC; null if unknown',
    took_ms      bigint null comment 'Duration of the close in milliseconds; null if unknown',
    is_complete  boolean not null default 0
        comment '1 if every provider of the day has a statement or is parked, else 0',
    primary key (day),
    constraint business_day_has_a_state check (state in ('OPEN', 'CLOSING', 'CLOSED')),
    constraint business_day_closed_with_its_hash check (state <> 'CLOSED' or content_hash is not null),
    constraint business_day_took_some_time check (took_ms >= 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Business days (midnight to midnight in Asia/Shanghai) and whether they are closed';

create table journal (
    journal_id      bigint not null comment 'Id of the journal',
    kind            varchar(16) character set ascii collate ascii_bin not null
        comment 'MEAL, REFUND, FAILED_MEAL, RECOVERY, CLOSE, SENT and so on',
    cause_kind      varchar(9) character set ascii collate ascii_bin not null
        comment 'What it was written for: ORDER, REFUND, DECISION, STATEMENT, PAYMENT or RECEIPT',
    cause_id        bigint not null comment 'Id of the cause',
    order_id        bigint null comment 'Order; null if it is not about one',
    site_id         bigint null comment 'Site; null if it is not about one',
    district_code   varchar(9) character set ascii collate ascii_bin not null
        comment 'Home district of the elder, or of the provider without an elder',
    paying_district varchar(9) character set ascii collate ascii_bin not null
        comment 'District of the provider, which pays its statements',
    service_date    date not null comment 'Day on which the meal is eaten',
    booking_date    date not null comment 'Day whose close takes it',
    happened_at     datetime(6) not null comment 'When it happened, UTC',
    refusals        longtext null
        comment 'What the quote of a meal refused, for the lines of the statement, JSON; null without refusals',
    primary key (journal_id),
    constraint journal_cause_books_once unique (cause_id, cause_kind, kind),
    key journal_of_order (order_id),
    key journal_of_day (booking_date, kind, journal_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Journals: postings of one cause, which sum to zero; append-only';

delimiter //
create trigger journal_is_never_updated before update on journal for each row
    signal sqlstate '45000' set message_text = 'journals are never changed; book a reversal'//
create trigger journal_is_never_deleted before delete on journal for each row
begin
    if not exists (select 1 from retention_mark r
                    where r.kind = 'journals' and r.before_date > old.booking_date) then
        signal sqlstate '45000' set message_text = 'journals are never deleted; book a reversal';
    end if;
end//
delimiter ;

create table posting (
    booking_date    date not null comment 'Day whose close takes it',
    provider_id     bigint not null comment 'Provider on whose statement it is; 0 if it is on none',
    journal_id      bigint not null comment 'Journal',
    line            int not null comment 'Line in the journal, from 1',
    account_kind    varchar(9) character set ascii collate ascii_bin not null
        comment 'Kind of the account: earned, till, claim and so on',
    account_owner   varchar(255) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Owner of the account: a provider, a division, CHARITY:<name> and so on',
    fen             bigint not null comment 'Amount in fen: debits positive, credits negative',
    policy_code     varchar(128) character set utf8mb4 collate utf8mb4_bin null
        comment 'Code of the policy on parts of grants and incentives; else null',
    policy_version  int null comment 'Version of the policy; else null',
    policy_side     varchar(8) character set ascii collate ascii_bin null
        comment 'Who receives the grant: DINER, PROVIDER or DELIVERY; else null',
    reason          varchar(32) character set ascii collate ascii_bin null
        comment 'Reason, or the type of the tender; null without one',
    mirrors         int null comment 'Line of the earlier journal of the same order that it undoes; else null',
    district_code   varchar(9) character set ascii collate ascii_bin not null
        comment 'Home district of the elder, or of the provider without an elder',
    paying_district varchar(9) character set ascii collate ascii_bin not null
        comment 'District of the provider, which pays its statements',
    primary key (booking_date, provider_id, journal_id, line),
    key posting_of_journal (journal_id),
    constraint posting_moves_something check (fen <> 0),
    constraint posting_policy_is_whole check (
        (policy_code is null) = (policy_version is null) and (policy_code is null) = (policy_side is null))
) engine = InnoDB default charset = utf8mb4
    comment = 'Postings of journals, clustered as the close reads and hashes them; append-only';

delimiter //
create trigger posting_is_never_updated before update on posting for each row
    signal sqlstate '45000' set message_text = 'postings are never changed; book a reversal'//
create trigger posting_is_never_deleted before delete on posting for each row
begin
    if not exists (select 1 from retention_mark r
                    where r.kind = 'journals' and r.before_date > old.booking_date) then
        signal sqlstate '45000' set message_text = 'postings are never deleted; book a reversal';
    end if;
end//
delimiter ;

create table ledger_opening (
    account_kind    varchar(9) character set ascii collate ascii_bin not null comment 'Kind of the account',
    account_owner   varchar(255) character set utf8mb4 collate utf8mb4_bin not null comment 'Owner of the account',
    paying_district varchar(9) character set ascii collate ascii_bin not null
        comment 'District whose books they were in',
    fen             bigint not null comment 'Sum in fen: debits positive',
    through_date    date not null comment 'Last booking date in the sum',
    primary key (paying_district, account_kind, account_owner),
    constraint ledger_opening_account_owner_ends_visibly check (account_owner not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Sums of deleted postings by account and district: opening balances';

create table provisional_failure (
    order_id        bigint not null comment 'Order that failed',
    journal_id      bigint not null comment 'Id that its journal will have',
    day             date not null comment 'Day whose close takes it',
    is_final        tinyint not null comment '1 once the close has made it final, else 0',
    site_id         bigint not null comment 'Site',
    provider_id     bigint not null comment 'Provider that cooked',
    district_code   varchar(9) character set ascii collate ascii_bin not null comment 'Home district of the elder',
    paying_district varchar(9) character set ascii collate ascii_bin not null
        comment 'District whose books it will be in',
    service_date    date not null comment 'Day on which the meal is eaten',
    happened_at     datetime(6) not null comment 'When it failed, UTC',
    fen             bigint not null comment 'What the meal would have earned, in fen; 0 if nothing is booked',
    bearer          varchar(261) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Name of the account that bears it; empty if nothing is booked',
    reason          varchar(32) character set ascii collate ascii_bin not null comment 'Reason of the failure',
    version         int not null comment 'Version of the reason in loss_bearer',
    primary key (order_id),
    key provisional_failure_of_day (day, is_final, order_id),
    constraint provisional_failure_fen check (fen >= 0 and (fen > 0 or bearer = ''))
) engine = InnoDB default charset = utf8mb4
    comment = 'Meals that failed on a day not closed yet; a late proof of delivery deletes the row';
