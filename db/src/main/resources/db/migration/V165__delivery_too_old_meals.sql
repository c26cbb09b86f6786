-- Meals that were carried away although they were too old to leave: nobody said that the run left, or
-- it was refused, and then something was done at one of its doors. Package delivery alone writes this
-- table. A row goes only if the rider's phone reports, late, a departure at which the meal was fresh.

create table delivery_too_old (
    run_id     bigint      not null,
    batch_id   bigint      not null,
    sku        varchar(64) character set ascii collate ascii_bin not null,
    cooked_at  datetime(6) not null,
    portions   int         not null,
    noticed_at datetime(6) not null,
    primary key (run_id, batch_id),
    constraint delivery_too_old_run foreign key (run_id) references delivery_run (run_id)
) engine = InnoDB default charset = utf8mb4;
