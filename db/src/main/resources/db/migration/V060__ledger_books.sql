-- The books: days, journals, postings (package ledger alone writes them; close marks days through it).
--
-- Journals and postings are only ever added; triggers refuse the rest. Where the binary log is on, MySQL lets
-- only SUPER create a trigger, or anybody once log_bin_trust_function_creators = 1: the production server sets it.

create table business_day (
    day          date                                       not null,
    state        varchar(8)  character set ascii collate ascii_bin not null,
    orders       bigint      null,
    statements   bigint      null,
    content_hash char(64)    character set ascii collate ascii_bin null,
    closed_at    datetime(6) null,
    primary key (day),
    constraint business_day_has_a_state check (state in ('OPEN', 'CLOSING', 'CLOSED')),
    constraint business_day_closed_with_its_hash check (state <> 'CLOSED' or content_hash is not null)
) engine = InnoDB default charset = utf8mb4;

create table journal (
    journal_id      bigint      not null,
    kind            varchar(16) character set ascii collate ascii_bin not null,
    cause_kind      varchar(9)  character set ascii collate ascii_bin not null,
    cause_id        bigint      not null,
    order_id        bigint      null,
    site_id         bigint      null,
    district_code   varchar(9)  character set ascii collate ascii_bin not null,
    paying_district varchar(9)  character set ascii collate ascii_bin not null,
    service_date    date        not null,
    booking_date    date        not null,
    happened_at     datetime(6) not null,
    refusals        longtext    null,
    primary key (journal_id),
    constraint journal_cause_books_once unique (cause_id, cause_kind, kind),
    key journal_of_order (order_id),
    key journal_of_day (booking_date, kind, journal_id)
) engine = InnoDB default charset = utf8mb4;

-- Clustered as the close reads it: a provider's day is one range, in the order in which it is hashed.
-- provider_id is 0 where no statement takes the posting.
create table posting (
    booking_date    date         not null,
    provider_id     bigint       not null,
    journal_id      bigint       not null,
    line            int          not null,
    account_kind    varchar(9)   character set ascii collate ascii_bin not null,
    account_owner   varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    fen             bigint       not null,
    policy_code     varchar(128) character set utf8mb4 collate utf8mb4_bin null,
    policy_version  int          null,
    policy_side     varchar(8)   character set ascii collate ascii_bin null,
    reason          varchar(32)  character set ascii collate ascii_bin null,
    mirrors         int          null,
    district_code   varchar(9)   character set ascii collate ascii_bin not null,
    paying_district varchar(9)   character set ascii collate ascii_bin not null,
    primary key (booking_date, provider_id, journal_id, line),
    constraint posting_moves_something check (fen <> 0),
    constraint posting_policy_is_whole check (
        (policy_code is null) = (policy_version is null) and (policy_code is null) = (policy_side is null)),
    key posting_of_journal (journal_id)
) engine = InnoDB default charset = utf8mb4;

create trigger journal_is_never_updated before update on journal for each row
    signal sqlstate '45000' set message_text = 'journals are never changed; book a reversal';
create trigger journal_is_never_deleted before delete on journal for each row
    signal sqlstate '45000' set message_text = 'journals are never deleted; book a reversal';
create trigger posting_is_never_updated before update on posting for each row
    signal sqlstate '45000' set message_text = 'postings are never changed; book a reversal';
create trigger posting_is_never_deleted before delete on posting for each row
    signal sqlstate '45000' set message_text = 'postings are never deleted; book a reversal';
