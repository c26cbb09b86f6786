-- Runs of riders, proofs that meals were handed over, positions, and learned places of addresses.
-- Written by package delivery alone.

create table delivery_run (
    run_id      bigint not null comment 'Id of the run',
    provider_id bigint not null comment 'Provider that delivers',
    site_id     bigint not null comment 'Site whose meals are delivered',
    kitchen_id  bigint not null comment 'Provider of the site',
    division    varchar(9) character set ascii collate ascii_bin not null comment 'Division of the site',
    run_date    date not null comment 'Day of the meals',
    slot        varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    rider       varchar(64) character set ascii collate ascii_bin not null comment 'Account of the rider',
    state       varchar(8) character set ascii collate ascii_bin not null
        comment 'PLANNED, OUT, FINISHED or NO_SHOW (the carrier did not come)',
    version     int not null comment 'Counts the changes of the run, from 1',
    created_at  datetime(6) not null comment 'When it was made, UTC',
    created_by  varchar(64) character set ascii collate ascii_bin not null comment 'Account that made it',
    departed_at datetime(6) null comment 'When the rider left the kitchen, UTC; null until then',
    finished_at datetime(6) null comment 'When it was finished, UTC; null until then',
    primary key (run_id),
    key delivery_run_meal (site_id, run_date, slot, run_id),
    key delivery_run_rider (rider, run_date),
    key delivery_run_provider (provider_id, run_id),
    constraint delivery_run_state check (state in ('PLANNED', 'OUT', 'FINISHED', 'NO_SHOW'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Runs: a rider with the meals of one kitchen';

create table delivery_stop (
    order_id   bigint not null comment 'Order to hand over',
    run_id     bigint not null comment 'Run',
    position   int not null comment 'Position on the run, from 1',
    planned_at datetime(6) null comment 'Planned time of the hand-over, UTC; null without one',
    primary key (order_id),
    key delivery_stop_run (run_id, position),
    constraint delivery_stop_of_delivery_run foreign key (run_id) references delivery_run (run_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Stops of runs; an order is on one run at most';

create table delivery_proof (
    order_id        bigint not null comment 'Order that was handed over',
    type            varchar(14) character set ascii collate ascii_bin not null
        comment 'CARD, CODE, PIN, PHOTO or HANDED_TO_KIN',
    photo           char(64) character set ascii collate ascii_bin null
        comment 'SHA-256 of the photo, hex; null for other types',
    sealed_value    varchar(800) character set ascii collate ascii_bin null
        comment 'Sealed name of the person who took the meal; null for other types',
    latitude_micro  int null comment 'Latitude of the hand-over in millionths of a degree; null if unknown',
    longitude_micro int null comment 'Longitude of the hand-over in millionths of a degree; null if unknown',
    proven_at       datetime(6) not null comment 'When it was handed over, UTC',
    proven_by       varchar(64) character set ascii collate ascii_bin not null comment 'Account of the rider',
    primary key (order_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Proofs that meals were handed over';

create table delivery_wrong_pin (
    order_id bigint not null comment 'Order',
    tries    int not null comment 'Number of wrong PINs',
    primary key (order_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Wrong PINs that were entered for orders: their number is limited';

create table delivery_order_photo (
    photo    char(64) character set ascii collate ascii_bin not null comment 'SHA-256 of the bytes, hex',
    order_id bigint not null comment 'Order that it proves',
    picture  char(64) character set ascii collate ascii_bin not null comment 'SHA-256 of the decoded picture, hex',
    rider    varchar(64) character set ascii collate ascii_bin not null comment 'Account of the rider who took it',
    bytes    int not null comment 'Size in bytes',
    taken_at datetime(6) not null comment 'When it was received, UTC',
    primary key (photo),
    constraint delivery_order_photo_picture_once unique (picture),
    key delivery_order_photo_order (order_id),
    key delivery_order_photo_age (taken_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Photos of hand-overs; a photo proves one order; the files are outside the database';

create table delivery_position (
    run_id          bigint not null comment 'Run',
    at              datetime(6) not null comment 'When the rider was there, UTC',
    latitude_micro  int not null comment 'Latitude in millionths of a degree',
    longitude_micro int not null comment 'Longitude in millionths of a degree',
    primary key (run_id, at),
    key delivery_position_age (at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Positions of riders on runs; deleted after 30 days';

create table delivery_place (
    address         char(64) character set ascii collate ascii_bin not null comment 'Keyed hash of the address, hex',
    division        varchar(9) character set ascii collate ascii_bin not null comment 'Division of the address',
    latitude_micro  int not null comment 'Latitude in millionths of a degree',
    longitude_micro int not null comment 'Longitude in millionths of a degree',
    learned_at      datetime(6) not null comment 'When it was last learned, UTC',
    primary key (address),
    key delivery_place_division (division)
) engine = InnoDB default charset = utf8mb4
    comment = 'Positions of addresses, learned from hand-overs (docs/decisions/0026)';

create table delivery_too_old (
    run_id     bigint not null comment 'Run',
    batch_id   bigint not null comment 'Batch (kitchen_batch)',
    sku        varchar(64) character set ascii collate ascii_bin not null comment 'Code of the dish',
    cooked_at  datetime(6) not null comment 'When the batch was cooked, UTC',
    portions   int not null comment 'Portions on the run',
    noticed_at datetime(6) not null comment 'When it was noticed, UTC',
    primary key (run_id, batch_id),
    constraint delivery_too_old_of_delivery_run foreign key (run_id) references delivery_run (run_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Meals that left the kitchen although they were too old (docs/decisions/0041)';
