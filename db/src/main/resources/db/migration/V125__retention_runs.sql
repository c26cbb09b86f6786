-- What the retention job found too old, and what it deleted of it (package retention alone writes this table).

create table retention_run (
    run_id      bigint       not null,
    kind        varchar(32)  character set ascii collate ascii_bin not null,
    kept_period varchar(16)  character set ascii collate ascii_bin not null,
    before_date date         not null,
    due         bigint       not null,
    deleted     bigint       not null,
    ran_at      datetime(6)  not null,
    primary key (run_id),
    constraint retention_run_deletes_no_more_than_is_due check (deleted between 0 and due)
) engine = InnoDB default charset = utf8mb4;
