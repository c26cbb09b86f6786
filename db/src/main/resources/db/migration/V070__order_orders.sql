-- Orders: what was sold to whom, how it was paid and what was granted. Package order alone writes
-- these tables. Money is in fen. What an elder has used of a limit is not counted anywhere: it is
-- the sum over the grants, read while the elder's row is locked.

create table meal_order (
    order_id          bigint      not null,
    district_code     varchar(9)  character set ascii collate ascii_bin not null,
    elder_id          bigint      null,
    site_id           bigint      not null,
    provider_id       bigint      not null,
    terminal          varchar(64) character set ascii collate ascii_bin not null,
    origin            varchar(8)  character set ascii collate ascii_bin not null,
    service_date      date        not null,
    slot              varchar(9)  character set ascii collate ascii_bin not null,
    fulfilment        varchar(9)  character set ascii collate ascii_bin not null,
    happened_at       datetime(6) not null,
    booking_date      date        not null,
    gross_fen         bigint      not null,
    bill_fen          bigint      not null,
    elder_pays_fen    bigint      not null,
    rounding_fen      bigint      not null,
    excess_fen        bigint      not null,
    refunded_bill_fen  bigint     not null,
    refunded_other_fen bigint     not null,
    counts            tinyint     not null,
    shift_id          varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    sequence          bigint      null,
    primary key (order_id),
    key meal_order_elder (elder_id, service_date),
    key meal_order_site (site_id, service_date, slot),
    key meal_order_shift (terminal, shift_id),
    constraint meal_order_bill check (bill_fen between 0 and gross_fen),
    constraint meal_order_refunded check (refunded_bill_fen between 0 and bill_fen
        and refunded_other_fen between 0 and gross_fen - bill_fen)
) engine = InnoDB default charset = utf8mb4;

create table order_item (
    order_id          bigint       not null,
    line              smallint     not null,
    sku               varchar(64)  character set ascii collate ascii_bin not null,
    name              varchar(100) not null,
    quantity          int          not null,
    unit_price_fen    bigint       not null,
    subsidisable      tinyint      not null,
    refunded_quantity int          not null,
    primary key (order_id, line),
    constraint order_item_quantity check (quantity between 1 and 1000
        and refunded_quantity between 0 and quantity)
) engine = InnoDB default charset = utf8mb4;

create table order_tender (
    order_id     bigint      not null,
    line         smallint    not null,
    type         varchar(10) character set ascii collate ascii_bin not null,
    fen          bigint      not null,
    reference    varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    refunded_fen bigint      not null,
    primary key (order_id, line),
    constraint order_tender_fen check (fen > 0 and refunded_fen between 0 and fen)
) engine = InnoDB default charset = utf8mb4;

-- An acquirer's reference pays for one order only.
create table tender_reference (
    type      varchar(10) character set ascii collate ascii_bin not null,
    reference varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    order_id  bigint      not null,
    primary key (type, reference)
) engine = InnoDB default charset = utf8mb4;

create table order_grant (
    order_id       bigint      not null,
    line           smallint    not null,
    elder_id       bigint      not null,
    site_id        bigint      not null,
    provider_id    bigint      not null,
    policy_code    varchar(64) character set ascii collate ascii_bin not null,
    policy_version int         not null,
    side           varchar(8)  character set ascii collate ascii_bin not null,
    service_date   date        not null,
    slot           varchar(9)  character set ascii collate ascii_bin not null,
    fen            bigint      not null,
    refunded_fen   bigint      not null,
    counts         tinyint     not null,
    primary key (order_id, line),
    key order_grant_elder (elder_id, service_date),
    key order_grant_day (service_date, policy_code),
    constraint order_grant_fen check (fen > 0 and refunded_fen between 0 and fen)
) engine = InnoDB default charset = utf8mb4;

-- What holds a lock for a limit on a site, a provider or a whole policy: a row that always exists.
create table limit_subject (
    counts_on  varchar(8) character set ascii collate ascii_bin not null,
    subject_id bigint     not null,
    policy_code varchar(64) character set ascii collate ascii_bin not null,
    primary key (counts_on, subject_id, policy_code)
) engine = InnoDB default charset = utf8mb4;

-- What such a limit has used up in a window. A missing row is made from the grants.
create table limit_use (
    counts_on   varchar(8)  character set ascii collate ascii_bin not null,
    subject_id  bigint      not null,
    policy_code varchar(64) character set ascii collate ascii_bin not null,
    per         varchar(8)  character set ascii collate ascii_bin not null,
    from_date   date        not null,
    slot        varchar(9)  character set ascii collate ascii_bin not null,
    meals       bigint      not null,
    fen         bigint      not null,
    primary key (counts_on, subject_id, policy_code, per, from_date, slot)
) engine = InnoDB default charset = utf8mb4;

create table order_refund (
    refund_id         bigint       not null,
    order_id          bigint       not null,
    site_id           bigint       not null,
    terminal          varchar(64)  character set ascii collate ascii_bin not null,
    reason            varchar(200) not null,
    bill_fen          bigint       not null,
    other_fen         bigint       not null,
    returned_fen      bigint       not null,
    happened_at       datetime(6)  not null,
    booking_date      date         not null,
    primary key (refund_id),
    key order_refund_order (order_id),
    key order_refund_site (site_id, booking_date)
) engine = InnoDB default charset = utf8mb4;

create table order_refund_item (
    refund_id bigint   not null,
    line      smallint not null,
    quantity  int      not null,
    primary key (refund_id, line)
) engine = InnoDB default charset = utf8mb4;
