-- A row of each running process, written each second to see whether the database commits (package db alone writes it).
create table database_probe (
    probe_id  bigint      not null,
    probed_at datetime(6) not null,
    constraint pk_database_probe primary key (probe_id)
) engine = InnoDB default charset = utf8mb4;
