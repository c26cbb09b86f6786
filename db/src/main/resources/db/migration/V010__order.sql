-- Orders: what was sold to whom, how it was paid and what was granted; counters of limits; refunds.
-- Written by package order alone.
--
-- order_grant holds grants of captured orders and those reserved by orders not captured yet (docs/decisions/0020);
-- quotas are explained in docs/decisions/0007. Money is in fen. What an elder has used of a limit is the sum over the
-- grants, read while the row of the elder is locked (docs/decisions/0002). Indexes begin with the day, so that rows of
-- today are stored together (docs/decisions/0046).

create table meal_order (
    order_id           bigint not null comment 'Order',
    district_code      varchar(9) character set ascii collate ascii_bin not null
        comment 'Home district of the elder; of a sale without an elder the district of the provider: the shard',
    elder_id           bigint null comment 'Elder who eats; null for a sale without an elder',
    site_id            bigint not null comment 'Site',
    provider_id        bigint not null comment 'Provider of the site',
    terminal           varchar(64) character set ascii collate ascii_bin not null comment 'Terminal that sold it',
    origin             varchar(8) character set ascii collate ascii_bin not null
        comment 'TILL (online), OFFLINE (uploaded later) or ORDERED (ordered beforehand)',
    service_date       date not null comment 'Day on which the meal is eaten',
    slot               varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    fulfilment         varchar(9) character set ascii collate ascii_bin not null
        comment 'DINE_IN, TAKE_AWAY or DELIVERY',
    happened_at        datetime(6) not null comment 'When it was sold, UTC',
    booking_date       date not null comment 'Day whose close takes it',
    gross_fen          bigint not null comment 'Sum of all items in fen',
    bill_fen           bigint not null comment 'Sum of the items that policies look at, in fen',
    elder_pays_fen     bigint not null comment 'What the elder pays, in fen',
    rounding_fen       bigint not null comment 'What the provider let go in cash, 0 to 9 fen',
    excess_fen         bigint not null
        comment 'What a till gave offline beyond what is allowed, in fen; borne by the provider',
    refunded_bill_fen  bigint not null comment 'What was refunded of the bill, in fen',
    refunded_other_fen bigint not null comment 'What was refunded of the rest of the gross, in fen',
    counts             tinyint not null comment '1 while the meal counts for limits, 0 once it was refunded',
    shift_id           varchar(64) character set utf8mb4 collate utf8mb4_bin null
        comment 'Shift of the till; null if it keeps none',
    sequence           bigint null comment 'Number in the count of the till; null if it keeps none',
    primary key (order_id),
    key meal_order_elder (service_date, elder_id),
    key meal_order_site (service_date, site_id, slot),
    key meal_order_shift (terminal, shift_id),
    constraint meal_order_bill check (bill_fen between 0 and gross_fen),
    constraint meal_order_refunded check (refunded_bill_fen between 0 and bill_fen
        and refunded_other_fen between 0 and gross_fen - bill_fen)
) engine = InnoDB default charset = utf8mb4
    comment = 'Captured orders';

create table order_item (
    order_id          bigint not null comment 'Order',
    line              smallint not null comment 'Line of the item, from 1',
    sku               varchar(64) character set ascii collate ascii_bin not null comment 'Code of the item',
    name              varchar(100) not null comment 'Name at the sale',
    quantity          int not null comment 'Quantity',
    unit_price_fen    bigint not null comment 'Price of one in fen',
    subsidisable      tinyint not null comment '1 if it is part of the bill, else 0',
    refunded_quantity int not null comment 'Quantity that was refunded',
    fee               tinyint not null default 0 comment '1 if the delivery provider earned it, else 0',
    primary key (order_id, line),
    constraint order_item_quantity check (quantity between 1 and 1000
        and refunded_quantity between 0 and quantity)
) engine = InnoDB default charset = utf8mb4
    comment = 'Items of orders';

create table order_tender (
    order_id     bigint not null comment 'Order',
    line         smallint not null comment 'Line of the tender, from 1',
    type         varchar(10) character set ascii collate ascii_bin not null
        comment 'CASH, MOBILE, BANK_CARD, ECNY or ALLOWANCE',
    fen          bigint not null comment 'Amount in fen',
    reference    varchar(64) character set utf8mb4 collate utf8mb4_bin null
        comment 'Reference of the acquirer; null without one',
    refunded_fen bigint not null comment 'What was refunded of it, in fen',
    primary key (order_id, line),
    constraint order_tender_fen check (fen > 0 and refunded_fen between 0 and fen)
) engine = InnoDB default charset = utf8mb4
    comment = 'Means by which orders were paid';

create table tender_reference (
    type      varchar(10) character set ascii collate ascii_bin not null comment 'Type of the tender',
    reference varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'Reference of the acquirer',
    order_id  bigint not null comment 'Order that was paid with it',
    primary key (type, reference),
    constraint tender_reference_reference_ends_visibly check (reference not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'References of acquirers; a reference pays for one order only';

create table order_grant (
    order_id       bigint not null comment 'Order',
    line           smallint not null comment 'Line of the grant, from 1',
    elder_id       bigint not null comment 'Elder',
    site_id        bigint not null comment 'Site',
    provider_id    bigint not null comment 'Provider of the site',
    policy_code    varchar(64) character set ascii collate ascii_bin not null comment 'Code of the policy',
    policy_version int not null comment 'Version of the policy',
    side           varchar(8) character set ascii collate ascii_bin not null
        comment 'Who receives it: DINER, PROVIDER or DELIVERY',
    service_date   date not null comment 'Day on which the meal is eaten',
    slot           varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    fen            bigint not null comment 'Amount in fen',
    refunded_fen   bigint not null comment 'What was refunded of it, in fen',
    counts         tinyint not null comment '1 while it counts as a meal for limits, else 0',
    primary key (order_id, line),
    key order_grant_elder (elder_id, service_date),
    key order_grant_day (service_date, policy_code, site_id),
    constraint order_grant_fen check (fen > 0 and refunded_fen between 0 and fen)
) engine = InnoDB default charset = utf8mb4
    comment = 'Subsidies granted on captured orders, and reserved for orders not captured yet';

create table limit_counter (
    counter_id  bigint not null comment 'Id of the counter',
    counts_on   varchar(8) character set ascii collate ascii_bin not null comment 'SITE, PROVIDER or POLICY',
    subject_id  bigint not null comment 'Id of the site or provider; 0 for a policy',
    policy_code varchar(64) character set ascii collate ascii_bin not null comment 'Code of the policy',
    per         varchar(8) character set ascii collate ascii_bin not null
        comment 'Window: SLOT, DAY, WEEK, MONTH, YEAR or EVER',
    from_date   date not null comment 'First day of the window',
    slot        varchar(9) character set ascii collate ascii_bin not null
        comment 'Slot of the window; empty where it spans all slots',
    meals       bigint not null comment 'Meals granted or lent',
    fen         bigint not null comment 'Amount granted or lent, in fen',
    primary key (counter_id),
    constraint limit_counter_once unique (policy_code, subject_id, counts_on, per, from_date, slot)
) engine = InnoDB default charset = utf8mb4
    comment = 'What is used up of a limit on a site, a provider or a whole policy: granted, or lent to a drawer';

create table limit_quota (
    counter_id  bigint not null comment 'Counter it was lent from',
    drawer      smallint not null comment 'Number of the drawer',
    meals       bigint not null comment 'Meals left',
    fen         bigint not null comment 'Amount left in fen; below 0 only where the limit does not count amounts',
    limit_meals bigint null comment 'Limit in meals under which it was lent; null where meals are not limited',
    limit_fen   bigint null comment 'Limit in fen under which it was lent; null where amounts are not limited',
    primary key (counter_id, drawer),
    constraint limit_quota_meals_hold check (limit_meals is null or meals >= 0),
    constraint limit_quota_fen_holds check (limit_fen is null or fen >= 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Quotas lent to drawers of nodes, from which a node grants without locking the counter';

create table order_refund (
    refund_id    bigint not null comment 'Id of the refund',
    order_id     bigint not null comment 'Order',
    site_id      bigint not null comment 'Site',
    terminal     varchar(64) character set ascii collate ascii_bin not null comment 'Terminal that refunded it',
    reason       varchar(200) not null comment 'Reason as the till gave it',
    bill_fen     bigint not null comment 'What was refunded of the bill, in fen',
    other_fen    bigint not null comment 'What was refunded of the rest of the gross, in fen',
    returned_fen bigint not null comment 'What the elder got back, in fen',
    happened_at  datetime(6) not null comment 'When it was refunded, UTC',
    booking_date date not null comment 'Day whose close takes it',
    primary key (refund_id),
    key order_refund_order (order_id),
    key order_refund_site (site_id, booking_date),
    key order_refund_till (terminal, happened_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Refunds of orders, in whole or in part';

create table order_refund_item (
    refund_id bigint not null comment 'Refund',
    line      smallint not null comment 'Line of the order',
    quantity  int not null comment 'Quantity that was refunded',
    primary key (refund_id, line)
) engine = InnoDB default charset = utf8mb4
    comment = 'Items of refunds';

create table order_refund_tender (
    refund_id bigint not null comment 'Refund',
    type      varchar(10) character set ascii collate ascii_bin not null
        comment 'CASH, MOBILE, BANK_CARD, ECNY or ALLOWANCE',
    fen       bigint not null comment 'Amount in fen',
    primary key (refund_id, type),
    constraint order_refund_tender_fen check (fen > 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Means by which refunds were paid out; a refund counts in the shift that gave it';
