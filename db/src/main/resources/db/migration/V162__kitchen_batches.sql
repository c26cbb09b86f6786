-- What a kitchen cooked, how hot it was kept, and what it keeps of it (package kitchen alone writes
-- these tables). Temperatures are in tenths of a degree Celsius.

create table kitchen_batch (
    batch_id         bigint      not null,
    site_id          bigint      not null,
    service_date     date        not null,
    slot             varchar(9)  character set ascii collate ascii_bin not null,
    sku              varchar(64) character set ascii collate ascii_bin not null,
    portions         int         not null,
    discarded        int         not null,
    cooked_at        datetime(6) not null,
    core_decicelsius int         not null,
    reported_by      varchar(64) character set ascii collate ascii_bin not null,
    reported_at      datetime(6) not null,
    primary key (batch_id),
    key kitchen_batch_meal (site_id, service_date, slot, sku, cooked_at),
    constraint kitchen_batch_portions check (portions between 1 and 100000
        and discarded between 0 and portions)
) engine = InnoDB default charset = utf8mb4;

create table kitchen_hold (
    batch_id    bigint      not null,
    measured_at datetime(6) not null,
    decicelsius int         not null,
    reported_by varchar(64) character set ascii collate ascii_bin not null,
    primary key (batch_id, measured_at),
    constraint kitchen_hold_of_batch foreign key (batch_id) references kitchen_batch (batch_id)
) engine = InnoDB default charset = utf8mb4;

create table kitchen_sample (
    sample_id   bigint       not null,
    batch_id    bigint       not null,
    grams       int          not null,
    kept_until  datetime(6)  not null,
    location    varchar(100) not null,
    kept_by     varchar(64)  character set ascii collate ascii_bin not null,
    kept_at     datetime(6)  not null,
    disposed_at datetime(6)  null,
    disposed_by varchar(64)  character set ascii collate ascii_bin null,
    primary key (sample_id),
    key kitchen_sample_batch (batch_id),
    constraint kitchen_sample_of_batch foreign key (batch_id) references kitchen_batch (batch_id),
    constraint kitchen_sample_grams check (grams between 1 and 100000)
) engine = InnoDB default charset = utf8mb4;
