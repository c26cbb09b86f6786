-- Meals that were ordered for a day to come (package preorder alone writes these tables). What they
-- hold of limits stands in order_grant until they are eaten (docs/decisions/0020); once captured,
-- they are orders like any other, under the same id. Money is in fen.

create table preorder (
    order_id             bigint      not null,
    -- the elder's home: the shard
    district_code        varchar(9)  character set ascii collate ascii_bin not null,
    elder_id             bigint      not null,
    -- the elder's, when it was ordered: who may see it
    household_division   varchar(9)  character set ascii collate ascii_bin not null,
    residence_division   varchar(9)  character set ascii collate ascii_bin not null,
    site_id              bigint      not null,
    provider_id          bigint      not null,
    delivery_provider_id bigint      null,
    service_date         date        not null,
    slot                 varchar(9)  character set ascii collate ascii_bin not null,
    fulfilment           varchar(9)  character set ascii collate ascii_bin not null,
    state                varchar(9)  character set ascii collate ascii_bin not null,
    -- whether the kitchen reported it cooked
    cooked               tinyint     not null,
    failure_reason       varchar(32) character set ascii collate ascii_bin null,
    steps                int         not null,
    plan_id              bigint      null,
    placed_by            varchar(64) character set ascii collate ascii_bin not null,
    placed_at            datetime(6) not null,
    gross_fen            bigint      not null,
    bill_fen             bigint      not null,
    -- what was agreed when it was ordered
    elder_pays_fen       bigint      not null,
    -- grants and refusals of that quote
    quote                longtext    not null,
    -- encrypted
    address              longtext    character set ascii collate ascii_bin not null,
    pin                  varchar(100) character set ascii collate ascii_bin not null,
    primary key (order_id),
    key preorder_elder (elder_id, service_date, slot),
    key preorder_site (site_id, service_date, slot),
    key preorder_open (service_date, state),
    key preorder_plan (plan_id, service_date),
    constraint preorder_state_known check (state in ('PLACED', 'ACCEPTED', 'PREPARED', 'OUT', 'DELIVERED',
        'COLLECTED', 'CANCELLED', 'FAILED')),
    constraint preorder_failed_with_its_reason check ((state = 'FAILED') = (failure_reason is not null)),
    constraint preorder_sums check (bill_fen between 0 and gross_fen and elder_pays_fen between 0 and gross_fen)
) engine = InnoDB default charset = utf8mb4;

create table preorder_item (
    order_id       bigint       not null,
    line           smallint     not null,
    sku            varchar(64)  character set ascii collate ascii_bin not null,
    name           varchar(100) not null,
    quantity       int          not null,
    unit_price_fen bigint       not null,
    subsidisable   tinyint      not null,
    -- of the delivery provider's price list
    fee            tinyint      not null,
    primary key (order_id, line),
    constraint preorder_item_quantity check (quantity between 1 and 1000)
) engine = InnoDB default charset = utf8mb4;

-- What happened to an order, in the order in which it was told. Only ever added to. A step that came
-- too late or twice changed nothing: from_state = to_state.
create table preorder_step (
    order_id    bigint       not null,
    number      int          not null,
    -- the id that the caller gave the action: it counts once
    action_id   varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    kind        varchar(9)   character set ascii collate ascii_bin not null,
    from_state  varchar(9)   character set ascii collate ascii_bin null,
    to_state    varchar(9)   character set ascii collate ascii_bin not null,
    outcome     varchar(9)   character set ascii collate ascii_bin not null,
    done_by     varchar(64)  character set ascii collate ascii_bin not null,
    happened_at datetime(6)  not null,
    recorded_at datetime(6)  not null,
    reason      varchar(32)  character set ascii collate ascii_bin null,
    note        varchar(200) null,
    primary key (order_id, number),
    constraint preorder_step_counts_once unique (order_id, action_id),
    key preorder_step_refused (outcome, recorded_at),
    constraint preorder_step_outcome_known check (outcome in ('DONE', 'UNCHANGED', 'REFUSED'))
) engine = InnoDB default charset = utf8mb4;

-- What the quote of the day of eating changed.
create table preorder_capture (
    order_id       bigint      not null,
    elder_pays_fen bigint      not null,
    gap_fen        bigint      not null,
    gap_reason     varchar(32) character set ascii collate ascii_bin null,
    gap_bearer     varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    taker_id       bigint      not null,
    primary key (order_id),
    constraint preorder_gap_with_its_reason check ((gap_fen > 0) = (gap_reason is not null)
        and (gap_fen > 0) = (gap_bearer is not null) and gap_fen >= 0)
) engine = InnoDB default charset = utf8mb4;

-- Who bears what an elder does not pay: of a gap, of a meal that was cooked and failed. Of several
-- versions of a reason the highest that is in force on the service date holds. A bearer is KITCHEN,
-- DELIVERER, NOBODY (nothing is booked), or a payer: a division, CHARITY:<name>, or one of the
-- placeholders STREET, DISTRICT, CITY, which are the site's.
create table loss_bearer (
    reason         varchar(32) character set ascii collate ascii_bin not null,
    version        int         not null,
    effective_from date        not null,
    effective_to   date        null,
    bearer         varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    set_by         varchar(64) character set ascii collate ascii_bin not null,
    set_at         datetime(6) not null,
    primary key (reason, version),
    constraint loss_bearer_in_order check (effective_to is null or effective_from <= effective_to)
) engine = InnoDB default charset = utf8mb4;

-- Until a district decides otherwise nobody who pays for others is charged by default, but where the
-- meal was carried in vain for the rider's safety; who does not carry bears what was cooked.
insert into loss_bearer (reason, version, effective_from, effective_to, bearer, set_by, set_at) values
    ('ELDER_DECEASED',   1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('IN_INSTITUTION',   1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('ELDER_NOT_ACTIVE', 1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('LIMIT_USED',       1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('RULES_CHANGED',    1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('NO_ANSWER',        1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('REFUSED',          1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('WRONG_ADDRESS',    1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('UNSAFE',           1, '2000-01-01', null, 'DISTRICT',  'reference-data', '2000-01-01 00:00:00'),
    ('OTHER',            1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('KITCHEN_FAULT',    1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00'),
    ('CARRIER_NO_SHOW',  1, '2000-01-01', null, 'DELIVERER', 'reference-data', '2000-01-01 00:00:00'),
    ('NOT_DELIVERED',    1, '2000-01-01', null, 'DELIVERER', 'reference-data', '2000-01-01 00:00:00'),
    ('NOT_COLLECTED',    1, '2000-01-01', null, 'KITCHEN',   'reference-data', '2000-01-01 00:00:00');

-- Which of an order's items the delivery provider earned (package order writes it).
alter table order_item add column fee tinyint not null default 0;
