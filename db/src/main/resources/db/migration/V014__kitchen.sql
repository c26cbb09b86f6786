-- Batches that kitchens cook, how hot they are kept, and the samples that are retained.
-- Written by package kitchen alone.
--
-- Temperatures are in tenths of a degree Celsius.

create table kitchen_batch (
    batch_id         bigint not null comment 'Id of the batch',
    site_id          bigint not null comment 'Site',
    service_date     date not null comment 'Day on which the meal is eaten',
    slot             varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    sku              varchar(64) character set ascii collate ascii_bin not null comment 'Code of the dish',
    portions         int not null comment 'Portions that were cooked',
    discarded        int not null comment 'Portions that were thrown away',
    cooked_at        datetime(6) not null comment 'When it was cooked, UTC',
    core_decicelsius int not null comment 'Core temperature after cooking, in tenths of a degree Celsius',
    reported_by      varchar(64) character set ascii collate ascii_bin not null comment 'Account that reported it',
    reported_at      datetime(6) not null comment 'When it was reported, UTC',
    primary key (batch_id),
    key kitchen_batch_meal (site_id, service_date, slot, sku, cooked_at),
    constraint kitchen_batch_portions check (portions between 1 and 100000
        and discarded between 0 and portions)
) engine = InnoDB default charset = utf8mb4
    comment = 'Batches: what was cooked at once of a dish';

create table kitchen_hold (
    batch_id    bigint not null comment 'Batch',
    measured_at datetime(6) not null comment 'When it was measured, UTC',
    decicelsius int not null comment 'Temperature in tenths of a degree Celsius',
    reported_by varchar(64) character set ascii collate ascii_bin not null comment 'Account that reported it',
    primary key (batch_id, measured_at),
    constraint kitchen_hold_of_kitchen_batch foreign key (batch_id) references kitchen_batch (batch_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Temperatures of batches that are kept hot';

create table kitchen_sample (
    sample_id   bigint not null comment 'Id of the sample',
    batch_id    bigint not null comment 'Batch',
    grams       int not null comment 'Weight in grams',
    kept_until  datetime(6) not null comment 'Until when it must be kept, UTC',
    location    varchar(100) not null comment 'Where it is kept',
    kept_by     varchar(64) character set ascii collate ascii_bin not null comment 'Account that took it',
    kept_at     datetime(6) not null comment 'When it was taken, UTC',
    disposed_at datetime(6) null comment 'When it was disposed of, UTC; null while it is kept',
    disposed_by varchar(64) character set ascii collate ascii_bin null
        comment 'Account that disposed of it; null while it is kept',
    primary key (sample_id),
    key kitchen_sample_batch (batch_id),
    constraint kitchen_sample_of_kitchen_batch foreign key (batch_id) references kitchen_batch (batch_id),
    constraint kitchen_sample_grams check (grams between 1 and 100000)
) engine = InnoDB default charset = utf8mb4
    comment = 'Samples of batches that are retained';
