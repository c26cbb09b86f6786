-- Elders whom somebody should look after, and what was found.
-- Written by package welfare alone.

create table welfare_alert (
    alert_id    bigint not null comment 'Id of the alert',
    elder_id    bigint not null comment 'Elder',
    division    varchar(9) character set ascii collate ascii_bin not null
        comment 'Division where the elder lives: the street that is informed',
    kind        varchar(9) character set ascii collate ascii_bin not null comment 'NO_ANSWER or NOT_EATEN',
    order_id    bigint null comment 'Order that was not taken in; null for NOT_EATEN',
    missed      varchar(100) character set ascii collate ascii_bin not null
        comment 'Days without a meal, separated by commas',
    state       varchar(6) character set ascii collate ascii_bin not null comment 'OPEN, TAKEN or CLOSED',
    is_open     tinyint null comment '1 until it is closed, then null',
    times       int not null comment 'Number of causes since it was raised',
    raised_at   datetime(6) not null comment 'When it was raised, UTC',
    last_at     datetime(6) not null comment 'When the last cause was counted, UTC',
    taken_at    datetime(6) null comment 'When an officer took it, UTC; null until then',
    taken_by    varchar(64) character set ascii collate ascii_bin null comment 'Account of that officer',
    closed_at   datetime(6) null comment 'When it was closed, UTC; null until then',
    closed_by   varchar(64) character set ascii collate ascii_bin null comment 'Account that closed it',
    found       varchar(20) character set ascii collate ascii_bin null
        comment 'What was found: WELL, AWAY, IN_INSTITUTION and so on; null until it is closed',
    sealed_note varchar(4000) character set ascii collate ascii_bin null comment 'Sealed note; null without one',
    primary key (alert_id),
    constraint welfare_alert_one_at_a_time unique (elder_id, kind, is_open),
    key welfare_alert_division (division, alert_id),
    key welfare_alert_order (order_id),
    constraint welfare_alert_state check (state in ('OPEN', 'TAKEN', 'CLOSED')),
    constraint welfare_alert_open check ((state = 'CLOSED') = (is_open is null)),
    constraint welfare_alert_found check ((state = 'CLOSED') = (found is not null))
) engine = InnoDB default charset = utf8mb4
    comment = 'Alerts; of a kind an elder has one open alert at a time, further causes are counted on it';

create table welfare_round (
    round_date date not null comment 'Day',
    looked_at  datetime(6) not null comment 'When the search ended, UTC',
    raised     int not null comment 'Number of alerts that were raised',
    skipped    int not null default 0 comment 'Number of elders that could not be examined; the log names them',
    primary key (round_date)
) engine = InnoDB default charset = utf8mb4
    comment = 'Days for which elders without a meal were searched; each once';
