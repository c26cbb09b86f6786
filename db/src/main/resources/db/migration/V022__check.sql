-- Facts for the checks of the platform, their parameters, and what they found.
-- Written by package check alone.
--
-- A fact about a meal is written in the transaction of the meal, as things were then.

create table meal_fact (
    order_id        bigint not null comment 'Order',
    booking_date    date not null comment 'Day whose close takes it',
    service_date    date not null comment 'Day on which the meal is eaten',
    slot            varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    district_code   varchar(6) character set ascii collate ascii_bin not null comment 'District of the site',
    street_code     varchar(9) character set ascii collate ascii_bin not null comment 'Street of the site, 9 digits',
    provider_id     bigint not null comment 'Provider',
    site_id         bigint not null comment 'Site',
    terminal        varchar(64) character set ascii collate ascii_bin not null comment 'Terminal that sold it',
    elder_id        bigint null comment 'Elder who ate; null for a sale without an elder',
    card_hash       char(64) character set ascii collate ascii_bin null
        comment 'Keyed hash of the card, hex; null if none was presented',
    entered         varchar(6) character set ascii collate ascii_bin not null
        comment 'How the till identified the elder: CARD, NUMBER, CODE, PERSON (ordered beforehand) or NOBODY',
    offline         tinyint not null comment '1 if it was sold offline, else 0',
    dine_in         tinyint not null comment '1 if it was eaten at the site, else 0',
    happened_at     datetime(6) not null comment 'When it was sold, UTC',
    recorded_at     datetime(6) not null comment 'When it was recorded, UTC',
    bill_fen        bigint not null comment 'Sum of the items that policies look at, in fen',
    granted_fen     bigint not null comment 'What was granted, in fen',
    excess_fen      bigint not null comment 'What a till gave offline beyond what is allowed, in fen',
    seats           int not null comment 'Number of seats of the site then',
    daily_capacity  int not null comment 'Number of meals that the site could serve in a day then',
    latitude_micro  int not null comment 'Latitude of the site in millionths of a degree',
    longitude_micro int not null comment 'Longitude of the site in millionths of a degree',
    listed          tinyint not null comment '1 if the site was on the list of subsidised sites, else 0',
    returned        tinyint not null default 0 comment '1 if the meal was refunded, else 0',
    primary key (order_id),
    key meal_fact_by_day (booking_date, district_code, site_id),
    key meal_fact_by_site (service_date, site_id, slot, elder_id, returned),
    key meal_fact_by_elder (elder_id, service_date),
    constraint meal_fact_entered_known check (entered in ('CARD', 'NUMBER', 'CODE', 'PERSON', 'NOBODY'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Facts about meals';

create table death_fact (
    elder_id    bigint not null comment 'Elder',
    died_on     date not null comment 'Day of death',
    reported_at datetime(6) not null comment 'When it was reported, UTC',
    primary key (elder_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Deaths as the register of elders reported them last';

create table stay_fact (
    elder_id    bigint not null comment 'Elder',
    from_date   date not null comment 'First day of the stay',
    to_date     date null comment 'Last day of the stay; null while it lasts',
    reported_at datetime(6) not null comment 'When it was reported, UTC',
    primary key (elder_id, from_date)
) engine = InnoDB default charset = utf8mb4
    comment = 'Stays in institutions as the register of elders reported them last';

create table card_fact (
    card_id   bigint not null comment 'Card',
    issued_at datetime(6) not null comment 'When it was issued, UTC',
    elder_id  bigint not null comment 'Elder who got it',
    primary key (card_id, issued_at),
    key card_fact_by_elder (elder_id, issued_at),
    key card_fact_by_time (issued_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Cards that were issued';

create table batch_fact (
    batch_id     bigint not null comment 'Batch (kitchen_batch)',
    site_id      bigint not null comment 'Site',
    service_date date not null comment 'Day on which the meal is eaten',
    slot         varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    portions     int not null comment 'Portions that were cooked',
    primary key (batch_id),
    key batch_fact_by_site (site_id, service_date, slot)
) engine = InnoDB default charset = utf8mb4
    comment = 'What kitchens report to have cooked';

create table card_run (
    terminal     varchar(64) character set ascii collate ascii_bin not null comment 'Terminal',
    run          bigint not null comment 'Hash of the four cards and their order',
    service_date date not null comment 'Day on which the meal is eaten',
    primary key (terminal, run, service_date),
    key card_run_by_day (service_date, terminal)
) engine = InnoDB default charset = utf8mb4
    comment = 'Four cards in a row at a terminal';

create table check_again (
    elder_id  bigint not null comment 'Elder',
    from_date date not null comment 'First service date to check again',
    asked_at  datetime(6) not null comment 'When it was reported, UTC',
    primary key (elder_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Elders about whom something was reported late; deleted when their meals were checked again';

create table check_parameter (
    code          varchar(24) character set ascii collate ascii_bin not null comment 'Code of the check',
    district_code varchar(6) character set ascii collate ascii_bin not null
        comment 'District; empty for all that have no row of their own',
    name          varchar(24) character set ascii collate ascii_bin not null comment 'Name of the parameter',
    from_date     date not null comment 'First service date in force',
    value         bigint not null comment 'Value, in the unit that its name says',
    primary key (code, district_code, name, from_date)
) engine = InnoDB default charset = utf8mb4
    comment = 'Parameters of checks: of a district, or of all (R__check_parameters.sql)';

create table anomaly (
    anomaly_id    bigint not null comment 'Id of the anomaly',
    code          varchar(24) character set ascii collate ascii_bin not null comment 'Code of the check',
    subject       varchar(160) character set ascii collate ascii_bin not null
        comment 'What it is about; found once for each check',
    severity      varchar(4) character set ascii collate ascii_bin not null
        comment 'NOTE, or HOLD (the line is put on hold)',
    district_code varchar(6) character set ascii collate ascii_bin not null comment 'District, 6 digits',
    street_code   varchar(9) character set ascii collate ascii_bin not null comment 'Street of the site, 9 digits',
    provider_id   bigint not null comment 'Provider',
    site_id       bigint not null comment 'Site',
    service_date  date not null comment 'Day on which the meal is eaten',
    order_id      bigint null comment 'Order; null if it is not about one',
    statement_id  bigint null comment 'Statement; null if it is not about one',
    journal_id    bigint null comment 'Journal; null if it is not about one',
    facts         varchar(500) character set utf8mb4 collate utf8mb4_bin not null comment 'Figures that the check saw',
    found_at      datetime(6) not null comment 'When it was found, UTC',
    held          tinyint not null comment '1 if a line was put on hold, else 0',
    verdict       varchar(7) character set ascii collate ascii_bin null
        comment 'GENUINE or RECOVER; null until it is resolved',
    reason        varchar(500) null comment 'Reason of the verdict; null until it is resolved',
    resolved_by   varchar(64) character set ascii collate ascii_bin null
        comment 'Account that resolved it; null until then',
    resolved_at   datetime(6) null comment 'When it was resolved, UTC; null until then',
    primary key (anomaly_id),
    constraint anomaly_found_once unique (code, subject),
    key anomaly_by_district (district_code, anomaly_id),
    key anomaly_by_street (street_code, anomaly_id),
    key anomaly_of_statement (statement_id),
    constraint anomaly_severity_known check (severity in ('NOTE', 'HOLD')),
    constraint anomaly_verdict_known check (verdict in ('GENUINE', 'RECOVER')),
    constraint anomaly_resolved_whole check ((verdict is null) = (resolved_by is null)
        and (verdict is null) = (resolved_at is null) and (verdict is null) = (reason is null))
) engine = InnoDB default charset = utf8mb4
    comment = 'What checks found, and what an officer decided';
