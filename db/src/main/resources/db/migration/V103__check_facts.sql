-- What the platform's checks look at (package check alone writes these tables).
--
-- meal_fact is written with the meal, in its transaction, as things were then: a site that gets more seats later
-- had no more then. card_hash is keyed: a card can be found again, never read.

create table meal_fact (
    order_id       bigint      not null,
    booking_date   date        not null,
    service_date   date        not null,
    slot           varchar(9)  character set ascii collate ascii_bin not null,
    district_code  varchar(6)  character set ascii collate ascii_bin not null,
    street_code    varchar(9)  character set ascii collate ascii_bin not null,
    provider_id    bigint      not null,
    site_id        bigint      not null,
    terminal       varchar(64) character set ascii collate ascii_bin not null,
    elder_id       bigint      null,
    card_hash      char(64)    character set ascii collate ascii_bin null,
    entered        varchar(6)  character set ascii collate ascii_bin not null,
    offline        tinyint     not null,
    dine_in        tinyint     not null,
    happened_at    datetime(6) not null,
    recorded_at    datetime(6) not null,
    bill_fen       bigint      not null,
    granted_fen    bigint      not null,
    excess_fen     bigint      not null,
    seats          int         not null,
    daily_capacity int         not null,
    latitude_micro  int        not null,
    longitude_micro int        not null,
    listed         tinyint     not null,
    returned       tinyint     not null default 0,
    primary key (order_id),
    key meal_fact_by_day (booking_date, district_code, site_id),
    key meal_fact_by_site (site_id, service_date, slot, elder_id),
    key meal_fact_by_elder (elder_id, service_date),
    constraint meal_fact_entered_known check (entered in ('CARD', 'NUMBER', 'CODE', 'PERSON', 'NOBODY'))
) engine = InnoDB default charset = utf8mb4;

-- Deaths and stays as the register of elders reports them, the latest report of each.
create table death_fact (
    elder_id    bigint      not null,
    died_on     date        not null,
    reported_at datetime(6) not null,
    primary key (elder_id)
) engine = InnoDB default charset = utf8mb4;

create table stay_fact (
    elder_id    bigint      not null,
    from_date   date        not null,
    to_date     date        null,
    reported_at datetime(6) not null,
    primary key (elder_id, from_date)
) engine = InnoDB default charset = utf8mb4;

create table card_fact (
    card_id   bigint      not null,
    issued_at datetime(6) not null,
    elder_id  bigint      not null,
    primary key (card_id, issued_at),
    key card_fact_by_elder (elder_id, issued_at),
    key card_fact_by_time (issued_at)
) engine = InnoDB default charset = utf8mb4;

-- What a kitchen reports to have cooked.
create table batch_fact (
    batch_id     bigint     not null,
    site_id      bigint     not null,
    service_date date       not null,
    slot         varchar(9) character set ascii collate ascii_bin not null,
    portions     int        not null,
    primary key (batch_id),
    key batch_fact_by_site (site_id, service_date, slot)
) engine = InnoDB default charset = utf8mb4;

-- Four cards in a row at a terminal, by a number that stands for the four and their order.
create table card_run (
    terminal     varchar(64) character set ascii collate ascii_bin not null,
    run          bigint      not null,
    service_date date        not null,
    primary key (terminal, run, service_date),
    key card_run_by_day (service_date, terminal)
) engine = InnoDB default charset = utf8mb4;

-- Elders about whom something was reported late; a row goes when their meals were looked at again.
create table check_again (
    elder_id  bigint      not null,
    from_date date        not null,
    asked_at  datetime(6) not null,
    primary key (elder_id)
) engine = InnoDB default charset = utf8mb4;

-- How strict a check is, from a day on: a district's own, or everybody's ('').
create table check_parameter (
    code          varchar(24) character set ascii collate ascii_bin not null,
    district_code varchar(6)  character set ascii collate ascii_bin not null,
    name          varchar(24) character set ascii collate ascii_bin not null,
    from_date     date        not null,
    value         bigint      not null,
    primary key (code, district_code, name, from_date)
) engine = InnoDB default charset = utf8mb4;

create table anomaly (
    anomaly_id    bigint       not null,
    code          varchar(24)  character set ascii collate ascii_bin not null,
    subject       varchar(160) character set ascii collate ascii_bin not null,
    severity      varchar(4)   character set ascii collate ascii_bin not null,
    district_code varchar(6)   character set ascii collate ascii_bin not null,
    street_code   varchar(9)   character set ascii collate ascii_bin not null,
    provider_id   bigint       not null,
    site_id       bigint       not null,
    service_date  date         not null,
    order_id      bigint       null,
    statement_id  bigint       null,
    journal_id    bigint       null,
    facts         varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    found_at      datetime(6)  not null,
    held          tinyint      not null,
    verdict       varchar(7)   character set ascii collate ascii_bin null,
    reason        varchar(500) null,
    resolved_by   varchar(64)  character set ascii collate ascii_bin null,
    resolved_at   datetime(6)  null,
    primary key (anomaly_id),
    constraint anomaly_found_once unique (code, subject),
    key anomaly_by_district (district_code, anomaly_id),
    key anomaly_by_street (street_code, anomaly_id),
    key anomaly_of_statement (statement_id),
    constraint anomaly_severity_known check (severity in ('NOTE', 'HOLD')),
    constraint anomaly_verdict_known check (verdict in ('GENUINE', 'RECOVER')),
    constraint anomaly_resolved_whole check ((verdict is null) = (resolved_by is null)
        and (verdict is null) = (resolved_at is null) and (verdict is null) = (reason is null))
) engine = InnoDB default charset = utf8mb4;
