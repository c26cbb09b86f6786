-- Elders whom somebody should look after, and what was found (package welfare alone writes these
-- tables). Of a kind an elder has one alert at a time: until it is closed, what happens again is
-- counted on it. What was found is sealed.

create table welfare_alert (
    alert_id   bigint      not null,
    elder_id   bigint      not null,
    -- where the elder lives: whose street is told
    division   varchar(9)  character set ascii collate ascii_bin not null,
    kind       varchar(9)  character set ascii collate ascii_bin not null,
    order_id   bigint      null,
    -- the days that were missed, by commas
    missed     varchar(100) character set ascii collate ascii_bin not null,
    state      varchar(6)  character set ascii collate ascii_bin not null,
    -- null once it is closed
    is_open    tinyint     null,
    times      int         not null,
    raised_at  datetime(6) not null,
    last_at    datetime(6) not null,
    taken_at   datetime(6) null,
    taken_by   varchar(64) character set ascii collate ascii_bin null,
    closed_at  datetime(6) null,
    closed_by  varchar(64) character set ascii collate ascii_bin null,
    found      varchar(20) character set ascii collate ascii_bin null,
    sealed_note varchar(4000) character set ascii collate ascii_bin null,
    primary key (alert_id),
    constraint welfare_alert_one_at_a_time unique (elder_id, kind, is_open),
    key welfare_alert_division (division, alert_id),
    key welfare_alert_order (order_id),
    constraint welfare_alert_state check (state in ('OPEN', 'TAKEN', 'CLOSED')),
    constraint welfare_alert_open check ((state = 'CLOSED') = (is_open is null)),
    constraint welfare_alert_found check ((state = 'CLOSED') = (found is not null))
) engine = InnoDB default charset = utf8mb4;

-- The days on which it was looked who has not eaten: each once.
create table welfare_round (
    round_date date        not null,
    looked_at  datetime(6) not null,
    raised     int         not null,
    primary key (round_date)
) engine = InnoDB default charset = utf8mb4;
