-- Standing plans: who eats what on which days of the week, for months (package plan alone writes
-- these tables).

create table meal_plan (
    plan_id              bigint      not null,
    elder_id             bigint      not null,
    household_division   varchar(9)  character set ascii collate ascii_bin not null,
    residence_division   varchar(9)  character set ascii collate ascii_bin not null,
    site_id              bigint      not null,
    delivery_provider_id bigint      null,
    slot                 varchar(9)  character set ascii collate ascii_bin not null,
    fulfilment           varchar(9)  character set ascii collate ascii_bin not null,
    -- MON,TUE,…
    weekdays             varchar(27) character set ascii collate ascii_bin not null,
    -- whether it also orders on days off by the state calendar
    on_rest_days         tinyint     not null,
    from_date            date        not null,
    to_date              date        null,
    -- encrypted; null: where the elder lives
    address              longtext    character set ascii collate ascii_bin null,
    allergen_accepted    tinyint     not null,
    made_by              varchar(64) character set ascii collate ascii_bin not null,
    made_at              datetime(6) not null,
    primary key (plan_id),
    key meal_plan_elder (elder_id),
    key meal_plan_running (from_date, to_date),
    constraint meal_plan_in_order check (to_date is null or from_date <= to_date)
) engine = InnoDB default charset = utf8mb4;

create table meal_plan_item (
    plan_id  bigint      not null,
    line     smallint    not null,
    sku      varchar(64) character set ascii collate ascii_bin not null,
    quantity int         not null,
    primary key (plan_id, line),
    constraint meal_plan_item_quantity check (quantity between 1 and 1000)
) engine = InnoDB default charset = utf8mb4;

-- Days on which a plan rests, both included. Resuming ends them; a pause that has not begun is
-- empty then: to_date before from_date.
create table meal_plan_pause (
    pause_id   bigint      not null,
    plan_id    bigint      not null,
    from_date  date        not null,
    to_date    date        null,
    set_by     varchar(64) character set ascii collate ascii_bin not null,
    set_at     datetime(6) not null,
    primary key (pause_id),
    key meal_plan_pause_of_plan (plan_id, from_date)
) engine = InnoDB default charset = utf8mb4;

-- What became of a plan's day. PLACED is never placed again, also if somebody cancelled it; PAUSED
-- was taken back because the plan rests that day, and comes back when it does not; NOT_PLACED is
-- tried again while there is time.
create table meal_plan_day (
    plan_id      bigint      not null,
    service_date date        not null,
    outcome      varchar(10) character set ascii collate ascii_bin not null,
    order_id     bigint      null,
    reason       varchar(40) character set ascii collate ascii_bin null,
    told_at      datetime(6) not null,
    primary key (plan_id, service_date),
    key meal_plan_day_missing (outcome, service_date),
    constraint meal_plan_day_outcome_known check (outcome in ('OPEN', 'PLACED', 'PAUSED', 'NOT_PLACED')),
    constraint meal_plan_day_placed_with_its_order check (outcome <> 'PLACED' or order_id is not null)
) engine = InnoDB default charset = utf8mb4;
