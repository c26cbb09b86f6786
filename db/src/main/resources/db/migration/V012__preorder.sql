-- Meals that are ordered for a day to come, and who bears meals that fail.
-- Written by package preorder alone.
--
-- Only the kitchen bears a meal for which no carrier came, unless somebody else confirmed it (docs/decisions/0210).
-- What an order holds of limits is in order_grant until it is captured (docs/decisions/0020); once captured it is an
-- order like any other, under the same id. Money is in fen.

create table preorder (
    order_id             bigint not null comment 'Id of the order',
    district_code        varchar(9) character set ascii collate ascii_bin not null
        comment 'Home district of the elder: the shard',
    elder_id             bigint not null comment 'Elder',
    household_division   varchar(9) character set ascii collate ascii_bin not null
        comment 'Household division of the elder when it was ordered: who may see it',
    residence_division   varchar(9) character set ascii collate ascii_bin not null
        comment 'Residence division of the elder when it was ordered: who may see it',
    site_id              bigint not null comment 'Site',
    provider_id          bigint not null comment 'Provider that cooks',
    delivery_provider_id bigint null comment 'Provider that delivers; null if the elder comes or the kitchen delivers',
    service_date         date not null comment 'Day on which the meal is eaten',
    slot                 varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    fulfilment           varchar(9) character set ascii collate ascii_bin not null
        comment 'DINE_IN, TAKE_AWAY or DELIVERY',
    state                varchar(9) character set ascii collate ascii_bin not null
        comment 'PLACED, ACCEPTED, PREPARED, OUT, DELIVERED, COLLECTED, CANCELLED or FAILED',
    cooked               tinyint not null comment '1 if the kitchen reported it cooked, else 0',
    failure_reason       varchar(32) character set ascii collate ascii_bin null
        comment 'Why it failed; null unless FAILED',
    steps                int not null comment 'Number of rows of preorder_step of this order',
    plan_id              bigint null comment 'Standing plan that ordered it; null without one',
    placed_by            varchar(64) character set ascii collate ascii_bin not null comment 'Account that ordered it',
    placed_at            datetime(6) not null comment 'When it was ordered, UTC',
    gross_fen            bigint not null comment 'Sum of all items in fen',
    bill_fen             bigint not null comment 'Sum of the items that policies look at, in fen',
    elder_pays_fen       bigint not null comment 'What the elder pays as agreed at the order, in fen',
    quote                longtext not null comment 'Grants and refusals of the quote at the order, JSON',
    address              longtext character set ascii collate ascii_bin not null comment 'Sealed address of delivery',
    pin                  varchar(100) character set ascii collate ascii_bin not null
        comment 'Sealed PIN of four digits for the hand-over',
    failure_confirmed_by varchar(64) character set ascii collate ascii_bin null
        comment 'Account of a carrier or street officer that confirmed the failure; null if not confirmed',
    failure_confirmed_at datetime(6) null comment 'When the failure was confirmed, UTC',
    allergen_accepted_by varchar(64) character set ascii collate ascii_bin null
        comment 'Account that accepted an allergen of the elder in a dish; null if there was none',
    diet_accepted_by     varchar(64) character set ascii collate ascii_bin null
        comment 'Account that accepted that a dish does not meet a diet of the elder; null if there was none',
    primary key (order_id),
    key preorder_elder (elder_id, service_date, slot),
    key preorder_site (site_id, service_date, slot),
    key preorder_open (state, service_date),
    key preorder_plan (plan_id, service_date),
    constraint preorder_state_known check (state in ('PLACED', 'ACCEPTED', 'PREPARED', 'OUT', 'DELIVERED',
        'COLLECTED', 'CANCELLED', 'FAILED')),
    constraint preorder_failed_with_its_reason check ((state = 'FAILED') = (failure_reason is not null)),
    constraint preorder_sums check (bill_fen between 0 and gross_fen and elder_pays_fen between 0 and gross_fen),
    constraint preorder_confirmed_whole
        check ((failure_confirmed_by is null) = (failure_confirmed_at is null))
) engine = InnoDB default charset = utf8mb4
    comment = 'Orders for a day to come';

create table preorder_item (
    order_id       bigint not null comment 'Order',
    line           smallint not null comment 'Line of the item, from 1',
    sku            varchar(64) character set ascii collate ascii_bin not null comment 'Code of the item',
    name           varchar(100) not null comment 'Name at the order',
    quantity       int not null comment 'Quantity',
    unit_price_fen bigint not null comment 'Price of one in fen',
    subsidisable   tinyint not null comment '1 if it is part of the bill, else 0',
    fee            tinyint not null comment '1 if it is of the price list of the delivery provider, else 0',
    primary key (order_id, line),
    constraint preorder_item_quantity check (quantity between 1 and 1000)
) engine = InnoDB default charset = utf8mb4
    comment = 'Items of orders';

create table preorder_step (
    order_id    bigint not null comment 'Order',
    number      int not null comment 'Number of the step for this order, from 1',
    action_id   varchar(200) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Id that the caller gave the action; an action counts once',
    kind        varchar(9) character set ascii collate ascii_bin not null comment 'What was done',
    from_state  varchar(9) character set ascii collate ascii_bin null comment 'State before; null for the first step',
    to_state    varchar(9) character set ascii collate ascii_bin not null
        comment 'State afterwards; equal to from_state where the step came too late or twice',
    outcome     varchar(9) character set ascii collate ascii_bin not null comment 'DONE, UNCHANGED or REFUSED',
    done_by     varchar(64) character set ascii collate ascii_bin not null comment 'Account that did it',
    happened_at datetime(6) not null comment 'When it happened as reported, UTC',
    recorded_at datetime(6) not null comment 'When it was recorded, UTC',
    reason      varchar(32) character set ascii collate ascii_bin null
        comment 'Reason of a failure or refusal; null without one',
    note        varchar(200) null comment 'Note; null without one',
    primary key (order_id, number),
    constraint preorder_step_counts_once unique (order_id, action_id),
    key preorder_step_refused (outcome, recorded_at),
    constraint preorder_step_outcome_known check (outcome in ('DONE', 'UNCHANGED', 'REFUSED')),
    constraint preorder_step_action_id_ends_visibly check (action_id not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'What happened to orders, in the order in which it was reported; append-only';

create table preorder_capture (
    order_id       bigint not null comment 'Order',
    elder_pays_fen bigint not null comment 'What the elder paid, in fen',
    gap_fen        bigint not null comment 'What the elder would have had to pay beyond the agreement, in fen',
    gap_reason     varchar(32) character set ascii collate ascii_bin null
        comment 'Reason of the gap; null if there is none',
    gap_bearer     varchar(64) character set utf8mb4 collate utf8mb4_bin null
        comment 'Who bears the gap; null if there is none',
    taker_id       bigint not null comment 'Provider that took the money of the elder',
    primary key (order_id),
    constraint preorder_gap_with_its_reason check ((gap_fen > 0) = (gap_reason is not null)
        and (gap_fen > 0) = (gap_bearer is not null) and gap_fen >= 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Differences between the quote at the order and the quote of the day of the meal';

create table loss_bearer (
    reason         varchar(32) character set ascii collate ascii_bin not null comment 'Reason of the gap or failure',
    version        int not null comment 'Version for this reason, from 1',
    effective_from date not null comment 'First service date in force',
    effective_to   date null comment 'Last service date in force; null without an end',
    bearer         varchar(64) character set utf8mb4 collate utf8mb4_bin not null
        comment 'KITCHEN, DELIVERER, NOBODY, a division, CHARITY:<name>, or STREET, DISTRICT or CITY of the site',
    set_by         varchar(64) character set ascii collate ascii_bin not null comment 'Account that set it',
    set_at         datetime(6) not null comment 'When it was set, UTC',
    primary key (reason, version),
    constraint loss_bearer_in_order check (effective_to is null or effective_from <= effective_to)
) engine = InnoDB default charset = utf8mb4
    comment = 'Who bears a gap or a failed meal; the highest version in force on the service date holds';

-- Defaults until a district decides: no payer is charged, but for a meal that was carried in vain for the safety of the
-- rider; a carrier that does not carry bears what was cooked.
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
