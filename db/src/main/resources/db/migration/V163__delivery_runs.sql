-- Who carries which meal, in what order, and how it was proven (package delivery alone writes these
-- tables).

create table delivery_run (
    run_id      bigint      not null,
    -- who carries
    provider_id bigint      not null,
    site_id     bigint      not null,
    -- whose site it is, and where it lies
    kitchen_id  bigint      not null,
    division    varchar(9)  character set ascii collate ascii_bin not null,
    run_date    date        not null,
    slot        varchar(9)  character set ascii collate ascii_bin not null,
    rider       varchar(64) character set ascii collate ascii_bin not null,
    state       varchar(8)  character set ascii collate ascii_bin not null,
    version     int         not null,
    created_at  datetime(6) not null,
    created_by  varchar(64) character set ascii collate ascii_bin not null,
    departed_at datetime(6) null,
    finished_at datetime(6) null,
    primary key (run_id),
    key delivery_run_meal (site_id, run_date, slot, run_id),
    key delivery_run_rider (rider, run_date),
    key delivery_run_provider (provider_id, run_id),
    constraint delivery_run_state check (state in ('PLANNED', 'OUT', 'FINISHED', 'NO_SHOW'))
) engine = InnoDB default charset = utf8mb4;

-- An order is on one run at most.
create table delivery_stop (
    order_id   bigint      not null,
    run_id     bigint      not null,
    position   int         not null,
    planned_at datetime(6) null,
    primary key (order_id),
    key delivery_stop_run (run_id, position),
    constraint delivery_stop_of_run foreign key (run_id) references delivery_run (run_id)
) engine = InnoDB default charset = utf8mb4;

-- How it was proven that a meal was handed over: of a photo its hash, of a person's name the sealed
-- text, of the rest the kind alone.
create table delivery_proof (
    order_id        bigint       not null,
    type            varchar(14)  character set ascii collate ascii_bin not null,
    photo           char(64)     character set ascii collate ascii_bin null,
    sealed_value    varchar(800) character set ascii collate ascii_bin null,
    latitude_micro  int          null,
    longitude_micro int          null,
    proven_at       datetime(6)  not null,
    proven_by       varchar(64)  character set ascii collate ascii_bin not null,
    primary key (order_id)
) engine = InnoDB default charset = utf8mb4;

-- Four digits can be guessed: not more often than this counts.
create table delivery_wrong_pin (
    order_id bigint not null,
    tries    int    not null,
    primary key (order_id)
) engine = InnoDB default charset = utf8mb4;

-- Whose photo it is; the photo itself lies outside the database, under its hash.
create table delivery_photo (
    photo    char(64)    character set ascii collate ascii_bin not null,
    rider    varchar(64) character set ascii collate ascii_bin not null,
    bytes    int         not null,
    taken_at datetime(6) not null,
    primary key (photo, rider)
) engine = InnoDB default charset = utf8mb4;

-- Where riders were while on a run; removed after 30 days.
create table delivery_position (
    run_id          bigint      not null,
    at              datetime(6) not null,
    latitude_micro  int         not null,
    longitude_micro int         not null,
    primary key (run_id, at),
    key delivery_position_age (at)
) engine = InnoDB default charset = utf8mb4;

-- Where an address lies, learned from where riders stood when they handed over: by a keyed hash of
-- the address, so that the table tells nobody who lives where.
create table delivery_place (
    address         char(64)    character set ascii collate ascii_bin not null,
    division        varchar(9)  character set ascii collate ascii_bin not null,
    latitude_micro  int         not null,
    longitude_micro int         not null,
    learned_at      datetime(6) not null,
    primary key (address),
    key delivery_place_division (division)
) engine = InnoDB default charset = utf8mb4;
