-- Standing plans: meals that are ordered by themselves on the same weekdays, for months.
-- Written by package plan alone; the orders are placed and taken back through package preorder.

create table meal_plan (
    plan_id              bigint not null comment 'Id of the plan',
    elder_id             bigint not null comment 'Elder',
    household_division   varchar(9) character set ascii collate ascii_bin not null
        comment 'Household division of the elder: who may see it',
    residence_division   varchar(9) character set ascii collate ascii_bin not null
        comment 'Residence division of the elder: who may see it',
    site_id              bigint not null comment 'Site',
    delivery_provider_id bigint null comment 'Provider that delivers; null if the elder comes or the kitchen delivers',
    slot                 varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    fulfilment           varchar(9) character set ascii collate ascii_bin not null
        comment 'DINE_IN, TAKE_AWAY or DELIVERY',
    weekdays             varchar(27) character set ascii collate ascii_bin not null comment 'Weekdays, such as MON,TUE',
    on_rest_days         tinyint not null comment '1 if it also orders on days off by the state calendar, else 0',
    from_date            date not null comment 'First day',
    to_date              date null comment 'Last day; null without an end',
    address              longtext character set ascii collate ascii_bin null
        comment 'Sealed address of delivery; null: where the elder lives',
    allergen_accepted    tinyint not null comment '1 if an allergen of the elder in a dish was accepted, else 0',
    made_by              varchar(64) character set ascii collate ascii_bin not null comment 'Account that made it',
    made_at              datetime(6) not null comment 'When it was made, UTC',
    diet_accepted        tinyint not null default 0
        comment '1 if it was accepted that a dish does not meet a diet of the elder, else 0',
    primary key (plan_id),
    key meal_plan_elder (elder_id),
    key meal_plan_running (from_date, to_date),
    constraint meal_plan_in_order check (to_date is null or from_date <= to_date)
) engine = InnoDB default charset = utf8mb4
    comment = 'Standing plans';

create table meal_plan_item (
    plan_id  bigint not null comment 'Plan',
    line     smallint not null comment 'Line of the item, from 1',
    sku      varchar(64) character set ascii collate ascii_bin not null comment 'Code of the item',
    quantity int not null comment 'Quantity',
    primary key (plan_id, line),
    constraint meal_plan_item_of_meal_plan foreign key (plan_id) references meal_plan (plan_id),
    constraint meal_plan_item_quantity check (quantity between 1 and 1000)
) engine = InnoDB default charset = utf8mb4
    comment = 'Items of plans';

create table meal_plan_pause (
    pause_id  bigint not null comment 'Id of the pause',
    plan_id   bigint not null comment 'Plan',
    from_date date not null comment 'First day of the pause',
    to_date   date null comment 'Last day of the pause; null without an end',
    set_by    varchar(64) character set ascii collate ascii_bin not null comment 'Account that set it',
    set_at    datetime(6) not null comment 'When it was set, UTC',
    primary key (pause_id),
    key meal_plan_pause_of_plan (plan_id, from_date),
    constraint meal_plan_pause_of_meal_plan foreign key (plan_id) references meal_plan (plan_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Days on which a plan pauses; one that was ended before it began is empty: to_date before from_date';

create table meal_plan_day (
    plan_id      bigint not null comment 'Plan',
    service_date date not null comment 'Day on which the meal is eaten',
    outcome      varchar(10) character set ascii collate ascii_bin not null
        comment 'OPEN, PLACED (never again), PAUSED (taken back for a pause) or NOT_PLACED (tried again)',
    order_id     bigint null comment 'Order that was placed; null without one',
    reason       varchar(40) character set ascii collate ascii_bin null
        comment 'Why no order was placed; null without a reason',
    told_at      datetime(6) not null comment 'When the outcome was recorded, UTC',
    primary key (plan_id, service_date),
    key meal_plan_day_missing (outcome, service_date),
    constraint meal_plan_day_of_meal_plan foreign key (plan_id) references meal_plan (plan_id),
    constraint meal_plan_day_outcome_known check (outcome in ('OPEN', 'PLACED', 'PAUSED', 'NOT_PLACED')),
    constraint meal_plan_day_placed_with_its_order check (outcome <> 'PLACED' or order_id is not null)
) engine = InnoDB default charset = utf8mb4
    comment = 'What became of each day of a plan';
